// Files of people to test with.

/** The exported people of the example over and over, under other names: so many. */
export function crowd(text, count) {
  const file = JSON.parse(text);
  const known = file.roster.contacts.filter((contact) => contact.enrolments?.length);
  file.roster.contacts = Array.from({ length: count }, (_, at) => {
    const contact = structuredClone(known[at % known.length]);
    return { ...contact, id: at + 1, name: `${contact.name} ${at + 1}` };
  });
  file.roster.lastContact = count;
  return JSON.stringify(file);
}
