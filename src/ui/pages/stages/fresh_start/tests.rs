//! What ten hours come to for each contact.

use super::hours_worth;

#[test]
fn ten_hours_are_shared_among_the_contacts_of_a_year() {
    let cases = [
        (40, "40 new contacts a month, are 1 minute 15 seconds for"),
        (1, "1 new contact a month, are 50 minutes for"),
        (7, "7 new contacts a month, are 7 minutes 9 seconds for"),
        (50, "50 new contacts a month, are 1 minute for"),
        (3000, "3000 new contacts a month, are 1 second for"),
        (u32::MAX, "4294967295 new contacts a month, are less than a second for"),
    ];
    for (contacts, words) in cases {
        let sentence = format!("Ten hours spent on this plan, with your {words} each in the first year.");
        assert_eq!(hours_worth(contacts), Some(sentence));
    }
    assert_eq!(hours_worth(0), None);
}
