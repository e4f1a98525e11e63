//! The words in which people say how a contact is reached, and who does something.

use crate::plan::{Channel, Responsible};
use crate::workshop::wait::token::Token;

use Channel::{Comments, Email, InPerson, Internal, Letter, Phone, SocialChat};

/// Words that tell a channel wherever they stand (E1-E6).
pub(super) const CHANNELS: [(&str, Channel); 68] = [
    ("call", Phone),
    ("phone", Phone),
    ("telephone", Phone),
    ("ring", Phone),
    ("callback", Phone),
    ("tel", Phone),
    ("voicemail", Phone),
    ("e-mail", Email),
    ("email", Email),
    ("mail", Email),
    ("newsletter", Email),
    ("letter", Letter),
    ("postcard", Letter),
    ("card", Letter),
    ("parcel", Letter),
    ("package", Letter),
    ("gift", Letter),
    ("post", Letter),
    ("royal mail", Letter),
    ("flyer", Letter),
    ("leaflet", Letter),
    ("direct mail", Letter),
    ("snail mail", Letter),
    ("visit", InPerson),
    ("meet", InPerson),
    ("meeting", InPerson),
    ("in person", InPerson),
    ("lunch", InPerson),
    ("coffee", InPerson),
    ("mtg", InPerson),
    ("drop by", InPerson),
    ("stop by", InPerson),
    ("whatsapp", SocialChat),
    ("sms", SocialChat),
    ("txt", SocialChat),
    ("insta", SocialChat),
    ("inmail", SocialChat),
    ("text message", SocialChat),
    ("text them", SocialChat),
    ("text him", SocialChat),
    ("text her", SocialChat),
    ("send text", SocialChat),
    ("send a text", SocialChat),
    ("follow-up text", SocialChat),
    ("follow up text", SocialChat),
    ("fb", SocialChat),
    ("chat", SocialChat),
    ("dm", SocialChat),
    ("linkedin", SocialChat),
    ("messenger", SocialChat),
    ("instagram", SocialChat),
    ("facebook", SocialChat),
    ("telegram", SocialChat),
    ("comment", Comments),
    ("inside work", Internal),
    ("internal", Internal),
    ("letter or parcel", Letter),
    ("social chat", SocialChat),
    ("answering comments", Comments),
    ("inside work no contact", Internal),
    // As the actions of a goal are written: by calling.
    ("calling", Phone),
    ("phoning", Phone),
    ("ringing", Phone),
    ("e-mailing", Email),
    ("emailing", Email),
    ("posting", Letter),
    ("visiting", InPerson),
    ("texting", SocialChat),
];

/// What is sent on paper, so that it is no e-mail where it is mailed.
pub(super) const ON_PAPER: &str = "letter letters card cards postcard postcards parcel parcels package packages brochure brochures flyer flyers leaflet leaflets catalogue catalogues catalog catalogs gift gifts";

/// Words that tell of work the contact does not notice, where a line begins with them.
pub(super) const INSIDE: [(&str, Channel); 7] = [
    ("prepare", Internal),
    ("check", Internal),
    ("research", Internal),
    ("update", Internal),
    ("log", Internal),
    ("decide", Internal),
    ("text", SocialChat),
];

/// Words for whoever needs no name (B7).
pub(super) const ROLES: [(&str, Responsible); 19] = [
    ("me", Responsible::Myself),
    ("myself", Responsible::Myself),
    ("i", Responsible::Myself),
    ("i'll", Responsible::Myself),
    ("assistant", Responsible::Assistant),
    ("virtual assistant", Responsible::Assistant),
    ("va", Responsible::Assistant),
    ("co-worker", Responsible::CoWorker),
    ("coworker", Responsible::CoWorker),
    ("colleague", Responsible::CoWorker),
    ("automation", Responsible::Automation),
    ("auto", Responsible::Automation),
    ("automatic", Responsible::Automation),
    ("automatically", Responsible::Automation),
    ("automated", Responsible::Automation),
    ("vendor", Responsible::Vendor),
    ("supplier", Responsible::Vendor),
    ("agency", Responsible::Vendor),
    ("service provider", Responsible::Vendor),
];

/// Words that are written with a capital where a name could stand, and are nobody.
pub(super) const NO_NAMES: &str = "then if when please thanks christmas easter offer follow-up follow reminder sales no yes note notes \
    welcome intro introduction quote quotation estimate invoice proposal demo brochure survey feedback review \
    sample chase contract webinar onboarding discovery birthday update agenda price prices pricing catalogue \
    catalog urgent important optional todo asap test thank-you goodbye hello info touch touchpoint zoom teams \
    skype docusign pandadoc calendly hubspot mailchimp slack loom canva dropbox typeform paypal stripe dhl ups fedex step stage phase nurture content blog video case referral \
    renewal upsell tickets first second third final last new soft hard hot cold warm";

/// The longest phrase of a table that these words begin with: how many they are, and what they mean.
pub(super) fn phrase<T: Copy>(table: &[(&str, T)], words: &[Token]) -> Option<(usize, T)> {
    let mut best = None;
    for (phrase, meaning) in table {
        let count = phrase.split(' ').count();
        let is_here =
            count <= words.len() && phrase.split(' ').zip(words).all(|(known, token)| is(known, token));
        if is_here && best.is_none_or(|(longest, _)| longest < count) {
            best = Some((count, *meaning));
        }
    }
    best
}

/// One word or several of it: `call`, `calls`.
fn is(known: &str, token: &Token) -> bool {
    token.word == known || token.word.strip_suffix('s') == Some(known)
}

/// Words before a name or a channel that say nothing: `by the assistant`.
pub(super) fn is_before_name(word: &str) -> bool {
    ["by", "via", "per", "over", "the", "a", "an", "my", "our"].contains(&word)
}

/// Marks that part what a line says.
pub(super) fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '·' | '>' | '→' | '/' | '|')
}
