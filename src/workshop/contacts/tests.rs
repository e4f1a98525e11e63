use super::*;
use crate::plan::{Edit, HolidaySet, Plan};
use crate::roster::{ContactEdit, RosterEdit, WorkspaceEdit};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

/// Ann Lee and Ben work here; Austria is known; Zoe is on the prospect sequence, Old Hand on none.
fn workspace() -> Workspace {
    let people = ["Ann Lee", "Ben"].map(|name| Edit::AddPerson(line(name)));
    let plan = people.into_iter().fold(Plan::blank(), |plan, edit| plan.edited(edit).unwrap());
    let set = HolidaySet {
        code: line("AT"),
        name: line("Austria"),
        through: 2027,
        days: Vec::new(),
        worked: Vec::new(),
    };
    let zoe = NewContact {
        name: line("Zoe Beck"),
        reach: Reach { mail: line("zoe@example.com"), ..Reach::default() },
        start: Some((Audience::Prospect, line("fair"), date("2026-10-01"))),
        ..NewContact::default()
    };
    let old = NewContact { name: line("Old Hand"), ..NewContact::default() };
    let edits = [RosterEdit::TakeCountry(set), RosterEdit::Add(vec![zoe, old])];
    let edits = edits.into_iter().map(WorkspaceEdit::Roster);
    edits.fold(Workspace::new(plan), |before, edit| before.edited(edit).unwrap())
}

fn read_in(text: &str, order: Option<DateOrder>) -> ContactList {
    let workspace = workspace();
    let setting = ContactSetting {
        workspace: &workspace,
        audience: Some(Audience::Prospect),
        start: date("2026-10-05"),
        event: &line("pasted"),
        order,
    };
    ContactList::read(text, setting, &[])
}

fn read(text: &str) -> ContactList {
    read_in(text, None)
}

fn names(list: &ContactList) -> Vec<&str> {
    list.people.iter().map(|person| person.contact.name.as_str()).collect()
}

fn starts(list: &ContactList) -> Vec<String> {
    let start = |person: &Pasted| person.contact.start.as_ref().unwrap().2.to_string();
    list.people.iter().map(start).collect()
}

#[test]
fn names_alone_are_people_who_start_on_the_day_that_was_said() {
    let list = read("Ali Demir\n\n  Rosa Beck \n");
    assert_eq!(names(&list), ["Ali Demir", "Rosa Beck"]);
    assert_eq!(starts(&list), ["2026-10-05"; 2]);
    assert_eq!(list.people[0].contact.start.as_ref().unwrap().1.as_str(), "pasted");
    assert_eq!(list.clear().count(), 2);
    assert_eq!(list.people[1].place, 11..23);
}

#[test]
fn columns_are_known_by_their_headings() {
    let list = read(
        "First name\tSurname\tE-mail\tAssigned to\tCountry\tStart date\tShoe size\tNotes\n\
         Ali\tDemir\tali@example.com\tben\taustria\t2026-10-07\t44\tlikes tea",
    );
    use Column::*;
    assert_eq!(list.columns, [FirstName, LastName, Mail, Owner, Country, Start, LeftOut, Note]);
    assert!(list.has_heading);
    let ali = &list.people[0];
    assert_eq!((ali.contact.name.as_str(), ali.contact.owner.map(|it| it.0)), ("Ali Demir", Some(2)));
    assert_eq!(ali.contact.country, Some(line("AT")));
    assert_eq!((starts(&list)[0].as_str(), ali.contact.note.as_str()), ("2026-10-07", "likes tea"));
    assert_eq!(ali.doubts, []);
}

#[test]
fn columns_without_headings_are_known_by_what_stands_in_them() {
    use Column::*;
    let list = read("Ali Demir;ali@example.com;+43 1 234 56 78;Ann;AT;7 Oct 2026;bakery\nBo;;;;;;café");
    assert_eq!(list.columns, [Name, Mail, Phone, Owner, Country, Start, Segment]);
    assert!(!list.has_heading);
    assert_eq!(list.people[0].contact.reach.phone.as_str(), "+43 1 234 56 78");
    assert_eq!((list.people[1].contact.segment.as_str(), starts(&list)[1].as_str()), ("café", "2026-10-05"));
    let swapped = read("bo@example.com, Bo");
    assert_eq!(swapped.columns, [Mail, Name]);
}

#[test]
fn cells_in_quotation_marks_hold_what_parts_cells() {
    let list = read("Name,Notes\n\"Demir, Ali\",\"said \"\"yes\"\"\nand left\"\nBo,6\" pipe\n\"Al\" Bo,x");
    assert_eq!(names(&list), ["Demir, Ali", "Bo", "\"Al\" Bo"]);
    assert_eq!(list.people[0].contact.note.as_str(), "said \"yes\"\nand left");
    assert_eq!(list.people[1].contact.note.as_str(), "6\" pipe");
}

#[test]
fn dates_that_could_be_read_both_ways_are_asked_once() {
    let text = "Ali\t03/04/2026\nBo\t05/04/2026";
    let list = read(text);
    assert!(list.asks_order);
    let both = vec![date("2026-04-03"), date("2026-03-04")];
    assert_eq!(list.people[0].doubts, [Unclear::WhichDate(both)]);
    assert_eq!(list.clear().count(), 0);
    assert_eq!(starts(&read_in(text, Some(DateOrder::DayFirst))), ["2026-04-03", "2026-04-05"]);
    assert_eq!(starts(&read_in(text, Some(DateOrder::MonthFirst))), ["2026-03-04", "2026-05-04"]);
}

#[test]
fn one_date_that_can_be_read_only_one_way_says_it_for_all() {
    let list = read("Ali\t03/04/2026\nBo\t31/03/2026\nCy\t2026-03-30 14:00");
    assert!(!list.asks_order);
    assert_eq!(starts(&list), ["2026-04-03", "2026-03-31", "2026-03-30"]);
    let contrary = read("Ali\t03/04/2026\nBo\t31/03/2026\nCy\t03/31/2026");
    assert!(contrary.asks_order, "the column does not agree with itself");
    assert_eq!(starts(&contrary)[1..], ["2026-03-31", "2026-03-31"]);
    assert_eq!(starts(&read("Ali\t03.04.2026")), ["2026-04-03"], "with points the day comes first");
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_taken() {
    let list = read(&format!(
        "Name\tOwner\tCountry\tStart\tTown\nAli\tCarl\tMars\tsoon\tWien\n\tAnn\t\t\t{}\n",
        "x".repeat(201)
    ));
    let doubts = [
        Unclear::UnknownOwner("Carl".to_owned()),
        Unclear::UnknownCountry("Mars".to_owned()),
        Unclear::NoDate("soon".to_owned()),
    ];
    assert_eq!(list.people[0].doubts, doubts);
    assert_eq!(list.people[0].contact.reach.address.as_str(), "Wien");
    assert_eq!(list.people[1].doubts, [Unclear::NoName, Unclear::TooLong(Column::Address)]);
}

#[test]
fn whoever_is_there_already_is_pointed_out() {
    let list = read(
        "Z. Beck\tZOE@example.com\nOld Hand\t\nOld  hand\told@example.com\nAli\tali@example.com\nAli D.\tali@example.com",
    );
    let known = |id, is_enrolled| Some(Twin::Known { contact: ContactId(id), is_enrolled });
    let twins: Vec<_> = list.people.iter().map(|person| person.twin).collect();
    assert_eq!(twins, [known(1, true), known(2, false), known(2, false), None, Some(Twin::Above(3))]);
    assert_eq!(list.clear().count(), 1);
    let other = read("Zoe Beck\tother@example.com");
    assert_eq!(other.people[0].twin, None, "another address is another person of that name");
}

#[test]
fn what_a_column_holds_can_be_corrected() {
    let workspace = workspace();
    let setting = ContactSetting {
        workspace: &workspace,
        audience: None,
        start: date("2026-10-05"),
        event: &line("pasted"),
        order: None,
    };
    let chosen = [Some(Column::Segment), Some(Column::Name)];
    let list = ContactList::read("bakery\tAli", setting, &chosen);
    let ali = &list.people[0].contact;
    assert_eq!((ali.name.as_str(), ali.segment.as_str(), ali.start.is_none()), ("Ali", "bakery", true));
}

#[test]
fn nothing_is_nobody() {
    assert_eq!(read(" \n\t\n").people, []);
    assert_eq!(read("Name\tE-mail").people, []);
}

#[test]
fn what_is_taken_comes_to_one_change_of_each_kind() {
    let workspace = workspace();
    let list =
        read("Name,E-mail\nOld Hand,\nZoe Beck,zoe@example.com\nMia New,\n,nobody@example.com\nOld Hand,");
    let unasked: Vec<_> = (0..5).map(|at| list.is_taken_unasked(at)).collect();
    assert_eq!(unasked, [false, false, true, false, false]);
    assert_eq!(list.lot(0, &workspace), Lot::Enrolled(ContactId(2)));
    assert_eq!(list.lot(1, &workspace), Lot::Added, "somebody on the sequence already cannot start again");
    let all = list.taking(&workspace, |_| true);
    assert_eq!((all.added, all.enrolled, all.count()), (3, 1, 4));
    let after = all.edits.into_iter().map(WorkspaceEdit::Roster).collect();
    let after = workspace.edited(WorkspaceEdit::All(after)).unwrap();
    assert_eq!(after.roster.count(), 5);
    assert!(after.roster.contact(ContactId(2)).unwrap().is_under_way());
}

#[test]
fn whoever_wants_to_hear_nothing_more_is_not_taken() {
    let opted_out = RosterEdit::Contact(ContactId(2), ContactEdit::OptOut(date("2026-10-05")));
    let workspace = workspace().edited(WorkspaceEdit::Roster(opted_out)).unwrap();
    let list = read("Name\nOld Hand");
    assert_eq!(list.lot(0, &workspace), Lot::OptedOut);
    assert_eq!(list.taking(&workspace, |_| true), Taking::default());
}

#[test]
fn a_date_that_could_be_two_is_asked_before_it_is_taken() {
    let list = read("Name,Start\nMia New,03/05/2026\nBo Lund,");
    assert!(list.taking(&workspace(), |_| true).asks_order);
    assert!(!list.taking(&workspace(), |at| at == 1).asks_order);
}

#[test]
fn a_day_without_a_year_is_the_nearest_of_that_name() {
    let list = read("Name\tStart\nAda\t28 Sep\nBen\t6 Oct\nCora\t2 Apr");
    assert_eq!(starts(&list), ["2026-09-28", "2026-10-06", "2027-04-02"]);
}

#[test]
fn a_date_that_is_none_in_the_order_that_was_said_is_told_as_none() {
    let list = read_in("Name\tStart\nAda\t3/4/2026\nBen\t11/25/26", Some(DateOrder::DayFirst));
    assert_eq!(starts(&list)[0], "2026-04-03");
    assert_eq!(list.people[1].doubts, [Unclear::NoDate("11/25/26".to_owned())]);
    assert!(!list.asks_order);
}

#[test]
fn an_address_or_a_number_tells_what_it_is_under_whatever_heading() {
    let list =
        read("Customer\tMail address\tTel.\tReach at\tWhatever\nAda\tada@berg.example\t01 555 0101\tx\ty");
    assert_eq!(list.columns, [Column::Name, Column::Mail, Column::Phone, Column::LeftOut, Column::LeftOut]);
    assert_eq!(list.headings[1], "Mail address");
    let list = read("Name\tGroup\tReach at\tLine\nAda\tBar\tada@berg.example\t01 555 0101");
    assert_eq!(list.columns, [Column::Name, Column::Segment, Column::Mail, Column::Phone]);
}

#[test]
fn recipients_of_a_letter_are_names_with_addresses() {
    let both = [("Ann Archer", "ann@x.example"), ("Ben Baker", "ben@y.example")];
    for text in [
        "Ann Archer <ann@x.example>\nBen Baker <ben@y.example>",
        "Ann Archer <ann@x.example>; Ben Baker <ben@y.example>",
        "Ann Archer <ann@x.example>, Ben Baker <ben@y.example>,",
        "\"Archer, Ann\" <ann@x.example>, \"Ben Baker\" <ben@y.example>",
        "Archer, Ann <ann@x.example>; Baker, Ben <ben@y.example>;",
        "Name\tPhone\nAnn Archer <ann@x.example>\t01 555 0101\nBen Baker <ben@y.example>\t",
    ] {
        let list = read(text);
        let found: Vec<_> =
            list.people.iter().map(|it| (it.contact.name.as_str(), it.contact.reach.mail.as_str())).collect();
        assert_eq!(found, both, "{text}");
    }
    assert_eq!(names(&read("Ann <3\nBen")), ["Ann <3", "Ben"]);
}

#[test]
fn a_heading_says_in_many_words_when_somebody_turned_up() {
    for heading in [
        "Started on",
        "Enquiry date",
        "Date of enquiry",
        "Client since",
        "First contact",
        "Date added",
        "Created at",
        "Signed up",
        "Met on",
        "Start date",
        "Date of first contact",
    ] {
        let list = read(&format!("Name\t{heading}\nAda\t2026-10-07"));
        assert_eq!((list.columns[1], starts(&list)[0].as_str()), (Column::Start, "2026-10-07"), "{heading}");
    }
    for heading in ["Date of birth", "Birthday", "Renewal date", "Last order", "Contact"] {
        let list = read(&format!("Name\t{heading}\nAda\t2026-10-07"));
        assert_ne!(list.columns[1], Column::Start, "{heading}");
    }
}
