//! The dates of each recipe, counted a second time: day by day, on a calendar that knows weekends alone.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{answers, date, monday, starting, with};
use followthrough::advice::Recipe;
use followthrough::schedule::Schedule;

/// How long a step waits, day by day on a calendar of its own.
#[derive(Clone, Copy)]
enum Wait {
    /// Working days.
    Work(u32),
    /// Calendar days, then on to a working day.
    Days(u32),
    /// Months, then on to a working day.
    Months(u32),
}

use Wait::{Days as D, Months as M, Work as W};

fn is_worked(day: NaiveDate) -> bool {
    day.weekday().number_from_monday() <= 5
}

fn next(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap()
}

fn counted(from: NaiveDate, wait: Wait) -> NaiveDate {
    let mut day = from;
    match wait {
        W(count) => {
            for _ in 0..count {
                day = next(day);
                while !is_worked(day) {
                    day = next(day);
                }
            }
            return day;
        }
        D(count) => (0..count).for_each(|_| day = next(day)),
        M(count) => day = day.checked_add_months(Months::new(count)).unwrap(),
    }
    while !is_worked(day) {
        day = next(day);
    }
    day
}

/// A step that is counted from another, by its number, or from the start, 0; after so many working days of attempts
/// in vain.
struct Row(&'static str, usize, u32, Wait, &'static str);

#[track_caller]
fn check(recipe: Recipe, choices: &[usize], rows: &[Row]) {
    let mut days = vec![monday()];
    for Row(what, from, attempts, wait, expected) in rows {
        let day = counted(counted(days[*from], W(*attempts)), *wait);
        assert_eq!(day, date(expected), "{what}, counted in the test");
        days.push(day);
    }
    let plan = with(&starting(), recipe, &answers(choices));
    let steps = &plan.sequences.of(recipe.audience()).steps;
    let schedule = Schedule::of(&plan);
    let dated: Vec<_> = schedule.steps(recipe.audience()).iter().map(|dated| dated.due.unwrap()).collect();
    let got: Vec<_> = steps.iter().zip(dated).map(|(step, due)| (step.what.as_str(), due)).collect();
    let expected: Vec<_> = rows.iter().map(|row| (row.0, date(row.4))).collect();
    assert_eq!(got, expected);
}

#[test]
fn an_enquiry_is_answered_the_same_day_and_the_appointment_kept() {
    check(
        Recipe::FastAnswer,
        &[],
        &[
            Row("Answer the same day, even when busy", 0, 0, W(0), "2026-09-07"),
            Row("Hold the time in the calendar", 1, 0, W(0), "2026-09-07"),
            Row("Keep the appointment", 1, 0, W(3), "2026-09-10"),
            Row("Write down what you agreed", 3, 0, W(1), "2026-09-11"),
            Row("Write again when they asked you to", 3, 0, M(1), "2026-10-12"),
            Row("Try once more, by another way", 1, 0, W(2), "2026-09-09"),
            Row("Leave the door open", 6, 0, M(1), "2026-10-09"),
        ],
    );
}

#[test]
fn two_calls_after_an_enquiry_by_phone_are_a_week_apart() {
    check(
        Recipe::FastAnswer,
        &[1, 0, 2],
        &[
            Row("Answer the same day, even when busy", 0, 0, W(0), "2026-09-07"),
            Row("Hold the time in the calendar", 1, 0, W(0), "2026-09-07"),
            Row("Keep the appointment", 1, 0, D(7), "2026-09-14"),
            Row("Write down what you agreed", 3, 0, W(1), "2026-09-15"),
            Row("Write again when they asked you to", 3, 0, M(12), "2027-09-14"),
            Row("Try once more, by another way", 1, 0, W(2), "2026-09-09"),
            Row("Leave the door open", 6, 0, M(1), "2026-10-09"),
        ],
    );
}

#[test]
fn a_new_prospect_has_the_details_within_a_fortnight() {
    check(
        Recipe::NewProspect,
        &[],
        &[
            Row("Welcome them", 0, 0, W(0), "2026-09-07"),
            Row("Send what you offer, in detail", 1, 0, D(3), "2026-09-10"),
            Row("Tell them how it went for somebody like them", 2, 0, D(7), "2026-09-17"),
            Row("Answer personally", 3, 0, W(2), "2026-09-21"),
            Row("Newsletter 1: something useful for them", 3, 0, M(1), "2026-10-19"),
            Row("Newsletter 2: something useful for them", 5, 0, M(1), "2026-11-19"),
            Row("Newsletter 3: something useful for them", 6, 0, M(1), "2026-12-21"),
            Row("Ask whether they still want to hear from you", 7, 0, M(1), "2027-01-21"),
            Row("Take them off the list, with thanks", 8, 0, W(0), "2027-01-21"),
            Row("Write once a season from here on", 8, 0, M(3), "2027-04-21"),
        ],
    );
}

#[test]
fn a_new_prospect_who_does_not_answer_is_called_three_times() {
    check(
        Recipe::NewProspect,
        &[1, 1, 0],
        &[
            Row("Welcome them", 0, 0, W(0), "2026-09-07"),
            Row("Send what you offer, in detail", 1, 0, D(3), "2026-09-10"),
            Row("Tell them how it went for somebody like them", 2, 0, D(7), "2026-09-17"),
            Row("Answer personally", 3, 0, W(1), "2026-09-18"),
            Row("Call those who have not answered, up to three times", 3, 0, D(7), "2026-09-24"),
            Row("Send what you promised on the phone", 5, 0, W(2), "2026-09-28"),
            Row("Say that you tried, and how to reach you", 5, 10, W(1), "2026-10-09"),
            Row("Newsletter 1: something useful for them", 6, 0, M(1), "2026-10-28"),
            Row("Newsletter 2: something useful for them", 8, 0, M(1), "2026-11-30"),
            Row("Newsletter 3: something useful for them", 9, 0, M(1), "2026-12-30"),
            Row("Ask whether they still want to hear from you", 10, 0, M(1), "2027-02-01"),
            Row("Take them off the list, with thanks", 11, 0, W(0), "2027-02-01"),
            Row("Write once a season from here on", 11, 0, M(3), "2027-05-03"),
        ],
    );
}

#[test]
fn whoever_only_looks_around_hears_something_once_a_month() {
    check(
        Recipe::FirstMeeting,
        &[],
        &[
            Row("Meet, and fill in the discovery card", 0, 0, W(0), "2026-09-07"),
            Row("Thank them, and send what helps", 1, 0, W(1), "2026-09-08"),
            Row("Send a guide for people who begin", 2, 0, D(14), "2026-09-22"),
            Row("Newsletter 1: something useful for them", 3, 0, M(1), "2026-10-22"),
            Row("Newsletter 2: something useful for them", 4, 0, M(1), "2026-11-23"),
            Row("Newsletter 3: something useful for them", 5, 0, M(1), "2026-12-23"),
            Row("Ask what has changed for them", 6, 0, M(1), "2027-01-25"),
            Row("Call, with the discovery card in hand", 7, 0, W(1), "2027-01-26"),
            Row("Come back to those who said “not now”", 7, 0, M(1), "2027-02-25"),
        ],
    );
}

#[test]
fn whoever_compares_has_a_comparison_and_a_call() {
    check(
        Recipe::FirstMeeting,
        &[1, 0, 1],
        &[
            Row("Meet, and fill in the discovery card", 0, 0, W(0), "2026-09-07"),
            Row("Thank them, and send what helps", 1, 0, W(1), "2026-09-08"),
            Row("Send a fair comparison", 2, 0, W(3), "2026-09-11"),
            Row("Call about what is still open, up to three times", 3, 0, D(7), "2026-09-18"),
            Row("Write down what you agreed", 4, 0, W(1), "2026-09-21"),
            Row("Send a short letter after three calls in vain", 4, 10, W(1), "2026-10-05"),
            Row("Come back to those who said “not now”", 4, 0, M(3), "2026-12-18"),
        ],
    );
}

#[test]
fn whoever_decides_soon_has_the_offer_the_next_day() {
    check(
        Recipe::FirstMeeting,
        &[2, 0, 2],
        &[
            Row("Meet, and fill in the discovery card", 0, 0, W(0), "2026-09-07"),
            Row("Send the written offer, with a date", 1, 0, W(1), "2026-09-08"),
            Row("Go through the offer on the phone, up to three times", 1, 0, W(4), "2026-09-11"),
            Row("Write down what you agreed", 3, 0, W(1), "2026-09-14"),
            Row("Send a short letter after three calls in vain", 3, 10, W(1), "2026-09-28"),
            Row("Come back to those who said “not now”", 3, 0, M(12), "2027-09-13"),
            Row("Call on the day they named", 4, 0, D(7), "2026-09-21"),
        ],
    );
}

#[test]
fn whoever_is_ready_has_the_agreement_the_same_day() {
    check(
        Recipe::FirstMeeting,
        &[3, 1, 0],
        &[
            Row("Meet, and fill in the discovery card", 0, 0, W(0), "2026-09-07"),
            Row("Send the agreement the same day", 1, 0, W(0), "2026-09-07"),
            Row("Tell them what their first day will be like", 2, 0, W(2), "2026-09-09"),
            Row("Settle what is open, up to three calls", 1, 0, D(7), "2026-09-14"),
            Row("Hand them over to the customer sequence", 4, 0, W(0), "2026-09-14"),
            Row("Send a short letter after three calls in vain", 4, 10, W(1), "2026-09-29"),
            Row("Come back to those who said “not now”", 4, 0, M(1), "2026-10-14"),
        ],
    );
}

#[test]
fn whoever_says_not_now_is_left_in_peace_until_the_quarter_is_over() {
    check(
        Recipe::FirstMeeting,
        &[4, 0, 1],
        &[
            Row("Meet, and fill in the discovery card", 0, 0, W(0), "2026-09-07"),
            Row("Thank them, and say when you will write", 1, 0, W(1), "2026-09-08"),
            Row("Write when you said you would", 2, 0, M(3), "2026-12-08"),
            Row("Call, with the discovery card in hand", 3, 0, W(1), "2026-12-09"),
            Row("Write once more, and leave the door open", 3, 0, M(3), "2027-03-08"),
        ],
    );
}

#[test]
fn three_calls_in_vain_lead_to_a_letter_after_the_last() {
    check(
        Recipe::ThreeCalls,
        &[],
        &[
            Row("Call, up to three times", 0, 0, W(0), "2026-09-07"),
            Row("Write down what you agreed", 1, 0, W(1), "2026-09-08"),
            Row("Keep the appointment", 2, 0, D(7), "2026-09-15"),
            Row("Decide: send a letter", 1, 10, W(1), "2026-09-22"),
            Row("Write once more: silence is not a no", 4, 0, M(3), "2026-12-22"),
            Row("Write next month, as they wished", 1, 0, M(1), "2026-10-07"),
            Row("Take them off the list, with thanks", 1, 0, W(0), "2026-09-07"),
        ],
    );
}

#[test]
fn three_calls_two_weeks_apart_take_four_weeks() {
    check(
        Recipe::ThreeCalls,
        &[1, 1, 2],
        &[
            Row("Call, up to three times", 0, 0, W(0), "2026-09-07"),
            Row("Write down what you agreed", 1, 0, W(1), "2026-09-08"),
            Row("Send the offer they asked for", 2, 0, W(3), "2026-09-11"),
            Row("Decide: pause, then write", 1, 20, M(3), "2027-01-05"),
            Row("Write once more: silence is not a no", 4, 0, M(3), "2027-04-05"),
            Row("Write next month, as they wished", 1, 0, M(1), "2026-10-07"),
            Row("Take them off the list, with thanks", 1, 0, W(0), "2026-09-07"),
        ],
    );
}

#[test]
fn comments_and_messages_are_answered_the_day_they_are_seen() {
    check(
        Recipe::Social,
        &[],
        &[
            Row("Look through comments and messages, every working day", 0, 0, W(0), "2026-09-07"),
            Row("Answer every comment within a day", 1, 0, W(0), "2026-09-07"),
            Row("Answer every message within a day", 2, 0, W(0), "2026-09-07"),
            Row("Offer the next step", 3, 0, W(1), "2026-09-08"),
            Row("Ask once more, then let it rest", 3, 0, D(7), "2026-09-14"),
            Row("Come back to those who said “not now”", 3, 0, M(1), "2026-10-07"),
            Row("Look back on the week", 0, 0, D(7), "2026-09-14"),
        ],
    );
}

#[test]
fn a_lapsed_contact_is_called_and_what_they_ask_for_is_done() {
    check(
        Recipe::Lapsed,
        &[],
        &[
            Row("Look up what was said last, and by whom", 0, 0, W(0), "2026-09-07"),
            Row("Get back in touch, and own the silence", 1, 0, W(1), "2026-09-08"),
            Row("Do what they asked for, at once", 2, 0, W(2), "2026-09-10"),
            Row("Send something useful, and ask for nothing", 3, 0, D(14), "2026-09-24"),
            Row("Say it once more, in another way", 2, 10, D(7), "2026-09-29"),
            Row("Leave the door open", 5, 0, M(3), "2026-12-29"),
            Row("Write in the month they named", 2, 0, M(1), "2026-10-08"),
            Row("Take them off the list, with thanks", 2, 0, W(0), "2026-09-08"),
        ],
    );
}

#[test]
fn a_lapsed_contact_who_is_written_to_is_written_to_once() {
    check(
        Recipe::Lapsed,
        &[2, 1, 1],
        &[
            Row("Look up what was said last, and by whom", 0, 0, W(0), "2026-09-07"),
            Row("Get back in touch, and own the silence", 1, 0, W(1), "2026-09-08"),
            Row("Do what they asked for, at once", 2, 0, W(2), "2026-09-10"),
            Row("Send something useful, and ask for nothing", 3, 0, D(14), "2026-09-24"),
            Row("Say it once more, in another way", 2, 0, D(7), "2026-09-15"),
            Row("Leave the door open", 5, 0, M(3), "2026-12-15"),
            Row("Write in the month they named", 2, 0, M(3), "2026-12-08"),
            Row("Take them off the list, with thanks", 2, 0, W(0), "2026-09-08"),
        ],
    );
}

#[test]
fn sales_is_asked_one_after_the_other() {
    check(
        Recipe::SalesOutcomes,
        &[],
        &[
            Row("Hand the leads to sales, with all that is known", 0, 0, W(0), "2026-09-07"),
            Row("Ask sales: has everybody been contacted?", 1, 0, W(1), "2026-09-08"),
            Row("Ask sales: what came of each lead?", 2, 0, W(3), "2026-09-11"),
            Row("Note the outcomes, and act on them", 3, 0, W(0), "2026-09-11"),
            Row("Put those who are not ready on the newsletter", 3, 0, W(1), "2026-09-14"),
            Row("Ask sales once more, after a week without an answer", 3, 0, D(7), "2026-09-18"),
            Row("Ask about every lead that is still open", 6, 0, M(1), "2026-10-19"),
            Row("Ask again, and add up what the leads brought", 7, 0, M(1), "2026-11-19"),
        ],
    );
}

#[test]
fn or_all_counted_from_the_start() {
    check(
        Recipe::SalesOutcomes,
        &[1],
        &[
            Row("Hand the leads to sales, with all that is known", 0, 0, W(0), "2026-09-07"),
            Row("Ask sales: has everybody been contacted?", 0, 0, W(1), "2026-09-08"),
            Row("Ask sales: what came of each lead?", 0, 0, W(3), "2026-09-10"),
            Row("Note the outcomes, and act on them", 3, 0, W(0), "2026-09-10"),
            Row("Put those who are not ready on the newsletter", 3, 0, W(1), "2026-09-11"),
            Row("Ask sales once more, after a week without an answer", 0, 0, D(7), "2026-09-14"),
            Row("Ask about every lead that is still open", 0, 0, M(1), "2026-10-07"),
            Row("Ask again, and add up what the leads brought", 0, 0, M(2), "2026-11-09"),
        ],
    );
}

#[test]
fn a_customer_is_offered_what_goes_with_it_after_a_month() {
    check(
        Recipe::NewCustomer,
        &[],
        &[
            Row("Thank them, and say what happens next", 0, 0, W(0), "2026-09-07"),
            Row("Send a small gift that nobody expects", 1, 0, W(2), "2026-09-09"),
            Row("Ask whether all is well, up to two calls", 1, 0, D(7), "2026-09-14"),
            Row("Ask in writing, if nobody was there", 3, 5, W(1), "2026-09-22"),
            Row("Ask for a review", 1, 0, D(21), "2026-09-28"),
            Row("Offer what goes with it", 1, 0, M(1), "2026-10-07"),
            Row("Ask whom else it would help", 6, 0, D(7), "2026-10-14"),
            Row("Send a postcard with a discount code", 1, 0, M(2), "2026-11-09"),
        ],
    );
}

#[test]
fn a_gift_by_e_mail_and_a_postcard_after_half_a_year() {
    check(
        Recipe::NewCustomer,
        &[1, 1, 2],
        &[
            Row("Thank them, and say what happens next", 0, 0, W(0), "2026-09-07"),
            Row("Send a small gift that nobody expects", 1, 0, W(3), "2026-09-10"),
            Row("Ask whether all is well", 1, 0, D(7), "2026-09-14"),
            Row("Ask for a review", 1, 0, D(21), "2026-09-28"),
            Row("Offer what goes with it", 1, 0, M(1), "2026-10-07"),
            Row("Ask whom else it would help", 5, 0, D(7), "2026-10-14"),
            Row("Send a postcard with a discount code", 1, 0, M(6), "2027-03-08"),
        ],
    );
}
