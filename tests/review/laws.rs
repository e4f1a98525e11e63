//! What holds for every plan and every day.

use chrono::{Days, NaiveDate};
use followthrough::advice::{Finding, Review};
use followthrough::calendar::FIRST_DAY;
use followthrough::plan::{
    Amount, Attempts, Audience, Branch, Channel, ChannelProfile, Delay, Distance, Edit, Line, Outcome,
    Percent, Plan, Prose, Responsible, Stakes, StepEdit, StepId, Unit, Window,
};
use followthrough::schedule::Schedule;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::draft::line;
use super::edits::plans;
use super::routes::{PROSPECT, date};

fn today() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        2 => (0..219_146_u64).prop_map(|days| FIRST_DAY + Days::new(days)),
        3 => (0..400_u64).prop_map(|days| date("2026-09-01") + Days::new(days)),
    ]
}

/// What people write into plans, and what they should not.
const TEXTS: &[&str] = &[
    "Ring them",
    "Offer the care plan",
    "Get back in touch",
    "Just checking in. How can I help?",
    "We, we and we: our work, our team, our oven, our bread, and us.",
    "I am sorry, it was my mistake.",
    "More referrals by 20% until May 2027. Really. Yes. So it is.",
];

fn lines() -> impl Strategy<Value = Line> {
    select(TEXTS).prop_map(line)
}

fn amounts() -> impl Strategy<Value = Option<Amount>> {
    let usual = select(vec![1_000_u64, 50_000, 480_000, 10_000_000]);
    option::of(
        prop_oneof![usual, 0..100_000_000_000_000_u64].prop_map(|it| Amount::from_hundredths(it).unwrap()),
    )
}

/// Steps as people lay them out, in one of the sequences.
fn steps() -> impl Strategy<Value = Vec<Edit>> {
    let delay = (prop_oneof![8 => 0..12_u16, 1 => 12..999_u16], select(&Unit::ALL[..]));
    let attempts = option::weighted(0.2, (2..5_u8, 1..4_u16));
    let branch = option::weighted(0.3, (1..9_u32, select(&Outcome::ALL[..])));
    let who = option::weighted(0.7, select(&Responsible::ROLES[..]));
    let step = (
        (select(&Audience::BOTH[..]), lines(), lines()),
        (delay, attempts, branch, option::weighted(0.3, select(&Outcome::ALL[..]))),
        (select(&Channel::ALL[..]), who, option::weighted(0.5, lines())),
    );
    step.prop_map(|((audience, what, notes), (delay, attempts, branch, expected), (channel, who, tools))| {
        // Its id is not known before it is there: the plan that takes the edits puts it in.
        let id = StepId(0);
        let delay = Delay::after(delay.0, delay.1, followthrough::plan::Anchor::PreviousStep).unwrap();
        let mut said = vec![
            StepEdit::What(what),
            StepEdit::Timing(delay, Window::default()),
            StepEdit::Notes(Prose::parse(notes.as_str()).unwrap()),
            StepEdit::Channel(Some(channel)),
            StepEdit::Who(who),
            StepEdit::Expected(expected),
            StepEdit::Tools(tools.unwrap_or_default()),
        ];
        said.extend(attempts.map(|(count, gap)| StepEdit::Attempts(Attempts::new(count, gap).unwrap())));
        said.extend(
            branch.map(|(back, outcome)| StepEdit::OnlyAfter(Some(Branch { step: StepId(back), outcome }))),
        );
        let said = said.into_iter().map(|edit| Edit::Step(id, edit));
        [Edit::AddStep { audience, before: None }].into_iter().chain(said).collect()
    })
}

fn advised() -> impl Strategy<Value = Vec<Edit>> {
    let profile = (select(&Channel::ALL[..]), 0..120_u16, 1..=5_u8, 0..40_u16, 0..60_u16).prop_map(
        |(channel, minutes, attention, shortest, more)| {
            let usual = ChannelProfile::usual(channel);
            Edit::Profile(ChannelProfile { minutes, attention, shortest, longest: shortest + more, ..usual })
        },
    );
    let stakes = (option::of(1..=100_u8), amounts(), option::of(select(&Distance::BOTH[..]))).prop_map(
        |(chance, hour_cost, distance)| {
            Edit::Stakes(Stakes { chance: chance.and_then(Percent::new), hour_cost, distance })
        },
    );
    (vec(profile, 0..3), stakes, amounts(), option::of(prop_oneof![1..2_000_u32, any::<u32>()])).prop_map(
        |(profiles, stakes, deal, contacts)| {
            let more = [stakes, Edit::DealValue(deal), Edit::ContactsAMonth(contacts)];
            profiles.into_iter().chain(more).collect()
        },
    )
}

/// Any plan at all, with steps as people lay them out besides.
fn reviewed() -> impl Strategy<Value = Plan> {
    let base = prop_oneof![plans(), Just(Plan::blank())];
    (base, vec(steps(), 0..14), advised(), any::<bool>()).prop_map(|(plan, steps, advised, starts)| {
        let apply = |plan: Plan, edit: Edit| plan.edited(edit).unwrap_or(plan);
        let start = starts.then(|| Edit::Start(PROSPECT, Some(date("2026-09-07"))));
        let plan = advised.into_iter().chain(start).fold(plan, apply);
        steps.into_iter().fold(plan, |plan, edits| {
            let id = plan.next_id();
            edits.into_iter().fold(plan, |plan, edit| match edit {
                // Branches are told by how many ids one goes back.
                Edit::Step(_, StepEdit::OnlyAfter(Some(Branch { step: StepId(back), outcome }))) => {
                    let branch = Branch { step: StepId(id.saturating_sub(back)), outcome };
                    apply(plan, Edit::Step(StepId(id), StepEdit::OnlyAfter(Some(branch))))
                }
                Edit::Step(_, said) => apply(plan, Edit::Step(StepId(id), said)),
                other => apply(plan, other),
            })
        })
    })
}

fn review(plan: &Plan, today: NaiveDate) -> Review {
    Review::of(plan, &Schedule::on(plan, today), today)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_plan_can_be_reviewed_on_every_day(plan in reviewed(), today in today()) {
        let review = review(&plan, today);
        let mut names: Vec<_> = review.findings.iter().map(Finding::name).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        prop_assert_eq!(names.len(), all, "two findings have one name");
        for name in names {
            prop_assert!(Line::parse(&name).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_fix_takes_its_finding_away_and_its_rule_finds_nothing_new(plan in reviewed(), today in today()) {
        let schedule = Schedule::on(&plan, today);
        let before = Review::of(&plan, &schedule, today).findings;
        for finding in &before {
            let Some(fix) = finding.fix(&plan, &schedule, today) else { continue };
            let fixed = plan.edited(fix);
            prop_assert!(fixed.is_ok(), "{finding:?}");
            let after = review(&fixed.unwrap(), today).findings;
            let same = |list: &[Finding]| -> Vec<_> {
                list.iter().filter(|other| other.rule == finding.rule).map(|other| other.spot).collect()
            };
            let (spots, known) = (same(&after), same(&before));
            prop_assert!(!spots.contains(&finding.spot), "{finding:?} stays");
            prop_assert!(spots.iter().all(|spot| known.contains(spot)), "{finding:?} makes new ones: {spots:?}");
        }
    }

    #[test]
    fn what_is_left_alone_stays_away_until_its_step_changes(plan in reviewed(), today in today()) {
        use followthrough::advice::Spot;
        let plan = plan.dismissals.iter().fold(plan.clone(), |plan, known| {
            plan.edited(Edit::Recall(known.finding.clone())).unwrap()
        });
        for finding in review(&plan, today).findings {
            let left = plan.edited(Edit::Dismiss(finding.dismissed(&plan, line("So be it")))).unwrap();
            let after = review(&left, today);
            prop_assert!(!after.findings.contains(&finding), "{finding:?}");
            prop_assert_eq!(after.left_alone.iter().map(|(it, _)| it).collect::<Vec<_>>(), [&finding]);
            if let Spot::Step(id) = finding.spot {
                let tools = Line::fitted(&format!("{} and a pen", left.step(id).unwrap().tools));
                let changed = left.edited(Edit::Step(id, StepEdit::Tools(tools))).unwrap();
                prop_assert!(review(&changed, today).left_alone.is_empty(), "{finding:?}");
            }
        }
    }
}
