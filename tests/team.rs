//! The plan's steps on a list that a team shares: what goes there, what comes back, and that nothing is lost whatever fails.

#![cfg(test)]

#[path = "fixtures/people.rs"]
mod people;

#[path = "team/server.rs"]
mod server;

use chrono::NaiveDate;
use followthrough::exchange::{
    Answer, FileRequest, Method, NoResponse, Outgoing, TableColumns, TeamAnswer, Wanted, collection,
    file_for, round, team_answer, team_cargo, ticks_taken,
};
use followthrough::plan::{Audience, Branch, Delay, Edit, Fate, Outcome, Plan, Prose, StepEdit, StepId};
use followthrough::roster::{Workspace, WorkspaceEdit};
use followthrough::schedule::Schedule;
use followthrough::store::PlanId;
use people::{date, line, working_days};
use proptest::prelude::*;
use server::{Fault, Server, response};

const TODAY: &str = "2026-11-24";

/// So many steps for prospects, each a working day after the one before; the first is step 1.
fn steps(many: u32) -> Workspace {
    let mut plan = Plan::blank().edited(Edit::Start(Audience::Prospect, Some(date(TODAY)))).unwrap();
    for _ in 0..many {
        let step = StepId(plan.next_id());
        let delay = if step == StepId(1) { Delay::AT_START } else { working_days(1) };
        for edit in [
            Edit::AddStep { audience: Audience::Prospect, before: None },
            Edit::Step(step, StepEdit::Delay(delay)),
            Edit::Step(step, StepEdit::What(line(&format!("Do {}", step.0)))),
        ] {
            plan = plan.edited(edit).unwrap();
        }
    }
    Workspace::new(plan)
}

/// A planner with its list, and what it remembers.
#[derive(Clone)]
struct Planner {
    workspace: Workspace,
    wanted: Wanted,
    memory: String,
    again: bool,
}

impl Planner {
    fn new(workspace: Workspace) -> Self {
        let wanted = Wanted { tasks: true, ..Wanted::default() };
        Self { workspace, wanted, memory: String::new(), again: false }
    }

    fn outgoing(&self) -> Outgoing {
        Outgoing {
            id: PlanId::parse("p1").unwrap(),
            workspace: self.workspace.clone(),
            today: date(TODAY),
            moment: date(TODAY).and_hms_opt(9, 30, 0).unwrap(),
            wanted: self.wanted,
            columns: TableColumns::default(),
            memory: self.memory.clone(),
        }
    }

    /// One round; `fault` says what goes wrong with which request.
    fn round(&mut self, server: &mut Server, fault: impl Fn(usize) -> Option<Fault>) -> TeamAnswer {
        let (mut answers, mut asked) = (Vec::new(), 0);
        loop {
            let answer = round(&self.outgoing(), 60, self.again, &answers);
            assert!(asked < 10_000, "it does not end");
            if answer.is_over {
                assert!(answer.asks.is_empty());
                self.memory.clone_from(&answer.memory);
                return answer;
            }
            assert!(!answer.asks.is_empty(), "it waits for nothing");
            let mut is_final = None;
            for ask in &answer.asks {
                // As the page does: after one that is final nothing more is asked.
                let answer = is_final.clone().unwrap_or_else(|| server.answer(ask, fault(asked)));
                asked += 1;
                if answer.is_final() {
                    is_final = Some(answer.clone());
                }
                answers.push(answer);
            }
        }
    }

    /// Rounds until nothing comes back any more; what was said of the last.
    fn look(&mut self, server: &mut Server) -> TeamAnswer {
        for _ in 0..5 {
            let answer = self.round(server, |_| None);
            if answer.ticks.is_empty() {
                return answer;
            }
            for edit in ticks_taken(&self.workspace, &answer.ticks) {
                self.workspace = self.workspace.edited(edit).unwrap();
            }
        }
        panic!("it comes back for ever");
    }

    fn edit(&mut self, edit: Edit) {
        self.workspace = self.workspace.edited(WorkspaceEdit::Plan(edit)).unwrap();
    }

    fn due(&self, step: u32) -> NaiveDate {
        Schedule::on(&self.workspace.plan, date(TODAY)).step(StepId(step)).unwrap().due.unwrap()
    }
}

fn name(step: u32) -> String {
    format!("followthrough-p1-task-s{step}.ics")
}

/// The value of a property in the entry of a step.
fn said(server: &Server, step: u32, property: &str) -> String {
    let text = server.text(&name(step)).replace("\r\n ", "");
    let line = text.lines().find(|line| line.split([':', ';']).next() == Some(property));
    line.and_then(|line| line.split_once(':')).map(|(_, value)| value.to_owned()).unwrap_or_default()
}

fn day_there(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

fn sent(planner: &mut Planner) -> Server {
    let mut server = Server::default();
    let answer = planner.look(&mut server);
    assert_eq!(answer.trouble, None);
    server
}

#[test]
fn forty_steps_go_and_a_second_time_nothing_is_written() {
    let mut planner = Planner::new(steps(40));
    for is_silent in [false, true] {
        let mut server = Server { is_silent, ..Server::default() };
        planner.memory.clear();
        let before = round(&planner.outgoing(), 60, false, &[]);
        assert_eq!(before.leaves.len(), 40);
        assert_eq!(before.leaves[0].line, "New: Do 1, Tue 24 Nov 2026");
        assert!(
            before.leaves[0].details.starts_with("Prospect sequence, step 1: Do 1\n"),
            "all of it is shown"
        );
        let answer = planner.look(&mut server);
        assert_eq!(answer.said, ["Sent 40 steps: 40 new."]);
        assert_eq!(answer.leaves, []);
        assert_eq!(server.entries.len(), 40);
        let writes = server.writes;
        for _ in 0..2 {
            let answer = planner.look(&mut server);
            assert_eq!(answer.said, ["Nothing had to be sent: the team's list says what the plan says."]);
            assert_eq!(answer.leaves, []);
        }
        // Also where nothing is remembered.
        planner.memory.clear();
        planner.look(&mut server);
        assert_eq!(server.writes, writes);
        let asked = server.asked;
        planner.look(&mut server);
        assert_eq!(server.asked, asked + 1, "where nothing changed, one look is enough");
    }
}

#[test]
fn what_is_ticked_off_comes_back_and_all_after_it_moves_there_too() {
    let mut planner = Planner::new(steps(40));
    let mut server = sent(&mut planner);
    // The 27th in Berlin, where it is an hour later.
    server.tick(&name(3), "20261124T233000Z");
    planner.workspace = steps(40);
    let answer = planner.round(&mut server, |_| None);
    assert_eq!(answer.said, ["“Do 3” was ticked off by the team."]);
    assert_eq!(answer.ticks.len(), 1);
    assert_eq!(answer.ticks[0].on, date(TODAY), "never later than today");
    let writes = server.writes;
    let again = planner.round(&mut server, |_| None);
    assert_eq!(
        (again.ticks, server.writes),
        (answer.ticks, writes),
        "before it was taken nothing is written"
    );
    let was = planner.due(40);
    let answer = planner.look(&mut server);
    assert_eq!(planner.workspace.plan.runs.prospect.marks.len(), 1);
    assert!(planner.due(40) < was);
    assert!(answer.said[0].starts_with("Sent 37 steps: 37 changed"), "{:?}", answer.said);
    assert!(answer.said[1].starts_with("Moved there: “Do 4” to Wed 25 Nov 2026"), "{:?}", answer.said);
    for step in 4..=40 {
        assert_eq!(said(&server, step, "DUE"), day_there(planner.due(step)));
    }
    assert_eq!(said(&server, 3, "STATUS"), "COMPLETED");
    // Taken back here, it is open there again; what was ticked off is not taken once more.
    planner.edit(Edit::Unmark(StepId(3)));
    planner.look(&mut server);
    assert_eq!(said(&server, 3, "STATUS"), "NEEDS-ACTION");
    assert_eq!(planner.workspace.plan.runs.prospect.marks.len(), 0);
    // Done here, it is done there.
    planner.edit(Edit::Mark(StepId(3), date(TODAY), Fate::Done(None)));
    planner.look(&mut server);
    assert_eq!(
        (&*said(&server, 3, "STATUS"), &*said(&server, 3, "COMPLETED")),
        ("COMPLETED", "20261124T120000Z")
    );
    // Opened again there, it is told, and stays done here.
    server.change(&name(3), |text| text.replace("STATUS:COMPLETED", "STATUS:NEEDS-ACTION"));
    let answer = planner.look(&mut server);
    assert!(answer.said[1].starts_with("“Do 3” was opened again on the team's list."), "{:?}", answer.said);
    assert_eq!(planner.look(&mut server).said.len(), 1, "once");
    assert_eq!(said(&server, 3, "STATUS"), "NEEDS-ACTION");
}

#[test]
fn what_others_wrote_survives_what_the_plan_changes_and_takes_back() {
    let mut planner = Planner::new(steps(3));
    planner.edit(Edit::Step(StepId(2), StepEdit::Notes(Prose::parse("Ask for prices").unwrap())));
    let mut server = sent(&mut planner);
    let alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:x\r\nEND:VALARM\r\n";
    server.change(&name(2), |text| {
        text.replace("END:VTODO", &format!("{alarm}END:VTODO"))
            .replace("CATEGORIES:", "X-ROOM:7\r\nCATEGORIES:Hot,")
            .replace("Ask for prices", "Ask for prices\\nMs Hill knows")
    });
    planner.edit(Edit::Start(Audience::Prospect, Some(date("2026-12-01"))));
    planner.look(&mut server);
    let text = server.text(&name(2)).to_owned();
    assert_eq!(said(&server, 2, "DUE"), day_there(planner.due(2)));
    assert!(
        text.contains(alarm) && text.contains("X-ROOM:7\r\n") && text.contains("Ms Hill knows"),
        "{text}"
    );
    // One that others wrote into is called off; another one goes.
    for step in [1, 2] {
        planner.edit(Edit::Step(StepId(step), StepEdit::Remove));
    }
    let leaves = round(&planner.outgoing(), 0, false, &[]).leaves;
    assert_eq!(leaves.iter().filter(|line| line.line.starts_with("Called off: ")).count(), 2, "{leaves:?}");
    planner.look(&mut server);
    assert!(!server.entries.contains_key(&name(1)));
    assert_eq!(said(&server, 2, "STATUS"), "CANCELLED");
    assert!(server.text(&name(2)).contains(alarm) && server.text(&name(2)).contains("Ms Hill knows"));
    let writes = server.writes;
    planner.look(&mut server);
    assert_eq!(server.writes, writes);
}

#[test]
fn what_somebody_deleted_is_told_and_not_sent_again_unless_asked() {
    let mut planner = Planner::new(steps(5));
    let mut server = sent(&mut planner);
    server.entries.remove(&name(2));
    let answer = planner.look(&mut server);
    assert!(answer.said[1].starts_with("“Do 2” was deleted on the team's list."), "{:?}", answer.said);
    assert_eq!(answer.deleted, 1);
    planner.edit(Edit::Start(Audience::Prospect, Some(date("2026-12-01"))));
    let answer = planner.look(&mut server);
    assert_eq!((answer.said.len(), answer.deleted, server.entries.len()), (2, 1, 4), "{:?}", answer.said);
    planner.again = true;
    let answer = planner.look(&mut server);
    assert_eq!((answer.deleted, server.entries.len()), (0, 5));
    assert_eq!(said(&server, 2, "DUE"), day_there(planner.due(2)));
}

#[test]
fn what_was_changed_between_reading_and_writing_is_read_again() {
    let mut planner = Planner::new(steps(3));
    let mut server = sent(&mut planner);
    planner.edit(Edit::Start(Audience::Prospect, Some(date("2026-12-01"))));
    let mut answers: Vec<Answer> = Vec::new();
    let mut is_changed = false;
    let end = loop {
        let answer = round(&planner.outgoing(), 0, false, &answers);
        if answer.is_over {
            break answer;
        }
        for ask in answer.asks {
            if ask.method == Method::Put && !is_changed {
                is_changed = true;
                server.change(&name(1), |text| text.replace("CATEGORIES:", "CATEGORIES:Hot,"));
            }
            answers.push(server.answer(&ask, None));
        }
    };
    assert!(answers.iter().any(|answer| matches!(answer, Answer::Response { status: 412, .. })));
    assert_eq!(end.trouble, None);
    assert_eq!(said(&server, 1, "DUE"), "20261201");
    assert!(said(&server, 1, "CATEGORIES").starts_with("Hot,"));
}

#[test]
fn only_what_is_the_plans_own_is_touched() {
    let mut planner = Planner::new(steps(3));
    let mut server = Server::default();
    let todo = |uid: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nUID:{uid}\r\nSUMMARY:Mine\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
        )
    };
    let foreign = [
        ("shopping.ics".to_owned(), todo("shopping")),
        ("p1-s1.ics".to_owned(), todo("p1-s1@tasks.followthrough")),
        ("followthrough-p2-task-s1.ics".to_owned(), todo("p2-s1@tasks.followthrough")),
        ("followthrough-p1-day-s1.ics".to_owned(), todo("p1-s1@followthrough")),
        ("followthrough-p1-task-c1-p1-s1.ics".to_owned(), todo("p1-c1-p1-s1@tasks.followthrough")),
        // Of our names, with the UID of somebody else, or not to be read.
        (name(2), todo("somebody-else")),
        (name(3), "hello".to_owned()),
        (name(9), todo("somebody-else-too")),
    ];
    for (name, text) in &foreign {
        server.put(name, text.clone());
    }
    let answer = planner.look(&mut server);
    assert!(
        answer.said.iter().any(|said| said.starts_with("3 entries on the team's list cannot be read")),
        "{:?}",
        answer.said
    );
    planner.edit(Edit::Start(Audience::Prospect, Some(date("2026-12-01"))));
    planner.look(&mut server);
    planner.edit(Edit::Step(StepId(1), StepEdit::Remove));
    planner.look(&mut server);
    let left: Vec<_> = server.entries.iter().map(|(name, (text, _))| (name.clone(), text.clone())).collect();
    let mut foreign = foreign.to_vec();
    foreign.sort();
    assert_eq!(left, foreign);
}

#[test]
fn days_go_where_tasks_do_not() {
    let mut planner = Planner::new(steps(3));
    planner.wanted.tasks = false;
    let mut server = sent(&mut planner);
    let event = "followthrough-p1-day-s1.ics";
    assert!(
        server.text(event).contains("BEGIN:VEVENT")
            && server.text(event).contains("DTSTART;VALUE=DATE:20261124")
    );
    planner.edit(Edit::Mark(StepId(1), date(TODAY), Fate::Done(None)));
    planner.look(&mut server);
    assert_eq!(server.entries.len(), 2, "what is done is no day any more");
    // The same as tasks is beside it, each for itself.
    planner.wanted.tasks = true;
    planner.look(&mut server);
    assert_eq!(server.entries.len(), 4);
}

#[test]
fn where_what_came_of_it_decides_it_has_to_be_said_here() {
    let mut planner = Planner::new(steps(3));
    let branch = Branch { step: StepId(2), outcome: Outcome::Reached };
    planner.edit(Edit::Step(StepId(3), StepEdit::OnlyAfter(Some(branch))));
    planner.edit(Edit::Step(StepId(2), StepEdit::Expected(Some(Outcome::Reached))));
    let mut server = sent(&mut planner);
    server.tick(&name(2), "20261124T100000Z");
    for _ in 0..2 {
        let answer = planner.look(&mut server);
        assert!(
            answer.said.iter().any(|said| said.starts_with("“Do 2” was ticked off. What came of it")),
            "{:?}",
            answer.said
        );
        assert!(planner.workspace.plan.runs.prospect.marks.is_empty());
        assert_eq!(said(&server, 2, "STATUS"), "COMPLETED", "and it is not opened again");
    }
    planner.edit(Edit::Mark(StepId(2), date(TODAY), Fate::Done(Some(Outcome::Reached))));
    let answer = planner.look(&mut server);
    assert!(!answer.said.iter().any(|said| said.contains("ticked off")), "{:?}", answer.said);
}

#[test]
fn the_steps_of_people_go_and_come_back_for_each() {
    let workspace = people::with(&[people::prospect("Ada", TODAY), people::prospect("Bo", TODAY)]);
    let mut planner = Planner::new(workspace);
    planner.wanted.people = true;
    let mut server = sent(&mut planner);
    let ada = "followthrough-p1-task-c1-p1-s3.ics";
    assert!(server.text(ada).contains("SUMMARY:Ada: "), "{}", server.text(ada));
    server.tick(ada, "20261124T100000Z");
    let answer = planner.look(&mut server);
    assert_eq!(answer.trouble, None);
    let facts = |id| people::somebody(&planner.workspace, id).enrolments[0].facts.len();
    assert_eq!((facts(1), facts(2)), (1, 0));
    // Who is no longer there takes nothing back.
    let ticks = [followthrough::exchange::Tick { name: "c9-p1-s3".to_owned(), on: date(TODAY) }];
    assert!(ticks_taken(&planner.workspace, &ticks).is_empty());
}

/// All that can go wrong with one request.
const FAULTS: [Fault; 6] =
    [Fault::Lost, Fault::AnswerLost, Fault::Says(503), Fault::Says(401), Fault::Says(412), Fault::Says(507)];

#[test]
fn whatever_fails_when_nothing_is_lost_and_nothing_is_there_twice() {
    for is_silent in [false, true] {
        for fault in FAULTS {
            for at in 0..16 {
                let mut planner = Planner::new(steps(6));
                let mut server = Server { is_silent, ..Server::default() };
                let first = planner.round(&mut server, |asked| (asked == at).then_some(fault));
                assert!(first.trouble.is_some() || first.ticks.is_empty());
                planner.look(&mut server);
                assert_eq!(server.entries.len(), 6);
                server.tick(&name(2), "20261124T100000Z");
                server.entries.remove(&name(6));
                planner.edit(Edit::Step(StepId(5), StepEdit::Remove));
                planner.edit(Edit::Start(Audience::Prospect, Some(date("2026-11-25"))));
                let half = planner.round(&mut server, |asked| (asked == at).then_some(fault));
                for edit in ticks_taken(&planner.workspace, &half.ticks) {
                    planner.workspace = planner.workspace.edited(edit).unwrap();
                }
                planner.round(&mut server, |asked| (asked == at).then_some(fault));
                let end = planner.look(&mut server);
                assert_eq!(end.trouble, None, "{fault:?} {at}");
                assert_eq!(planner.workspace.plan.runs.prospect.marks.len(), 1, "{fault:?} {at}");
                let names: Vec<_> = server.entries.keys().cloned().collect();
                assert_eq!(names, [1, 2, 3, 4].map(name), "{fault:?} {at}");
                for step in [1, 3, 4] {
                    assert_eq!(said(&server, step, "DUE"), day_there(planner.due(step)), "{fault:?} {at}");
                }
                let writes = server.writes;
                planner.look(&mut server);
                assert_eq!(server.writes, writes, "{fault:?} {at}");
            }
        }
    }
}

#[test]
fn every_answer_there_is_has_a_sentence() {
    let planner = Planner::new(steps(2));
    let list = |answer: Answer| {
        let answer = round(&planner.outgoing(), 0, false, &[answer]);
        assert!(answer.is_over && answer.asks.is_empty());
        answer.trouble.unwrap()
    };
    let is_sentence = |(said, _): &(String, bool)| {
        assert!(said.ends_with('.') && said.len() < 300, "{said}");
        said.clone()
    };
    for status in
        [200, 204, 301, 400, 401, 403, 404, 405, 409, 410, 418, 429, 500, 501, 502, 503, 504, 507, 599]
    {
        is_sentence(&list(response(status, String::new(), "<html>".to_owned())));
    }
    let (said, is_passing) = list(response(401, String::new(), String::new()));
    assert!(said.contains("password") && !is_passing);
    let (said, is_passing) = list(response(503, String::new(), String::new()));
    assert!(said.contains("busy") && is_passing);
    for (why, word) in [
        (NoResponse::NoConnection, "connection"),
        (NoResponse::TooLong, "too long"),
        (NoResponse::TooLarge, "more than"),
        (NoResponse::Stopped, "Stopped"),
    ] {
        assert!(is_sentence(&list(Answer::None(why))).contains(word));
    }
    let page = "<!doctype html><html><body>Sign in</body></html>".to_owned();
    for body in [page, String::new(), "<multistatus".to_owned(), "\u{fffd}\0".repeat(1_000)] {
        assert!(is_sentence(&list(response(207, String::new(), body))).contains("Something else answers"));
    }
    let folder = |kind: &str, takes: &str| {
        format!(
            "<multistatus xmlns='DAV:'><response><href>/a/</href><propstat><prop><resourcetype><collection/>{kind}</resourcetype><supported-calendar-component-set>{takes}</supported-calendar-component-set></prop></propstat></response></multistatus>"
        )
    };
    let said =
        |kind: &str, takes: &str| is_sentence(&list(response(207, String::new(), folder(kind, takes))));
    assert!(said("", "").contains("no list for tasks"));
    assert!(said("<calendar/>", "<comp name='VEVENT'/>").contains("takes days only"));
}

#[test]
fn what_a_host_names_is_on_its_own_origin_or_said_to_be_wrong() {
    let named = |path: &str| collection(&format!("{{\"collection\": \"{path}\"}}"));
    assert_eq!(named("dav/team/tasks/"), Ok(Some("dav/team/tasks/".to_owned())));
    assert_eq!(
        named("/remote.php/dav/calendars/ann%20lee/team"),
        Ok(Some("/remote.php/dav/calendars/ann%20lee/team/".to_owned()))
    );
    assert_eq!(named("  "), Ok(None));
    for path in [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "../dav/",
        "/\\\\elsewhere",
        "dav?x",
        "dav#x",
        "javascript:1",
        "a/./b",
    ] {
        assert!(named(path).is_err(), "{path}");
    }
    for file in ["", "[]", "{}", "{\"collection\": 1}", "<html>"] {
        assert!(collection(file).is_err(), "{file}");
    }
}

#[test]
fn the_page_and_its_worker_understand_each_other() {
    let planner = Planner::new(steps(3));
    let outgoing = planner.outgoing();
    let request = FileRequest::Team {
        plan: outgoing.id.clone(),
        today: outgoing.today,
        moment: "2026-11-24T09:30:00.000Z".to_owned(),
        offset: 60,
        wanted: outgoing.wanted,
        again: false,
    };
    let mut server = Server::default();
    let mut answers = Vec::new();
    loop {
        let cargo =
            Outgoing::cargo(&outgoing.workspace, outgoing.today, outgoing.wanted, &outgoing.columns, "")
                .unwrap();
        let written = file_for(&request.to_text(), team_cargo(&cargo, &answers).as_bytes()).unwrap();
        let file = String::from_utf8(written.bytes).unwrap();
        let answer = team_answer(&written.notes.join("\n"), &file, written.memory).unwrap();
        assert_eq!(answer, round(&outgoing, 60, false, &answers));
        if answer.is_over {
            break;
        }
        answers.extend(answer.asks.iter().map(|ask| server.answer(ask, None)));
    }
    assert_eq!(server.entries.len(), 3);
    assert_eq!(team_answer("nothing of the kind", "", String::new()), None);
}

/// What one of the two sides does.
#[derive(Clone, Debug)]
enum Deed {
    Rename(u32, u8),
    Begin(u8),
    Mark(u32),
    Unmark(u32),
    Remove(u32),
    Add,
    TickThere(u32),
    NoteThere(u32, u8),
    DeleteThere(u32),
    OpenThere(u32),
    /// A look during which a request fails.
    Fails(usize, usize),
    Forget,
    Look,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let step = 1..7_u32;
    let deed = prop_oneof![
        (step.clone(), 0..4_u8).prop_map(|(step, to)| Deed::Rename(step, to)),
        (0..20_u8).prop_map(Deed::Begin),
        step.clone().prop_map(Deed::Mark),
        step.clone().prop_map(Deed::Unmark),
        step.clone().prop_map(Deed::Remove),
        Just(Deed::Add),
        step.clone().prop_map(Deed::TickThere),
        (step.clone(), 0..9_u8).prop_map(|(step, note)| Deed::NoteThere(step, note)),
        step.clone().prop_map(Deed::DeleteThere),
        step.prop_map(Deed::OpenThere),
        (0..FAULTS.len(), 0..9_usize).prop_map(|(fault, at)| Deed::Fails(fault, at)),
        Just(Deed::Forget),
        Just(Deed::Look),
    ];
    proptest::collection::vec(deed, 1..24)
}

fn carry_out(deed: &Deed, planner: &mut Planner, server: &mut Server, notes: &mut Vec<(String, String)>) {
    let has = |planner: &Planner, step: u32| planner.workspace.plan.step(StepId(step)).is_some();
    match *deed {
        Deed::Rename(step, to) if has(planner, step) => {
            planner.edit(Edit::Step(StepId(step), StepEdit::What(line(&format!("Say {to}; a, b\\")))));
        }
        Deed::Begin(later) => {
            let start = date(TODAY) + chrono::Days::new(later.into());
            planner.edit(Edit::Start(Audience::Prospect, Some(start)));
        }
        Deed::Mark(step) if has(planner, step) => {
            planner.edit(Edit::Mark(StepId(step), date(TODAY), Fate::Done(None)));
        }
        Deed::Unmark(step) if has(planner, step) => planner.edit(Edit::Unmark(StepId(step))),
        Deed::Remove(step) if has(planner, step) => planner.edit(Edit::Step(StepId(step), StepEdit::Remove)),
        Deed::Add => planner.edit(Edit::AddStep { audience: Audience::Prospect, before: None }),
        Deed::TickThere(step) if server.entries.contains_key(&name(step)) => {
            server.tick(&name(step), "20261123T100000Z");
        }
        Deed::OpenThere(step) if server.entries.contains_key(&name(step)) => {
            server.change(&name(step), |text| text.replace("STATUS:COMPLETED", "STATUS:NEEDS-ACTION"));
        }
        Deed::NoteThere(step, note) if server.entries.contains_key(&name(step)) => {
            let note = format!("X-NOTE-{note}:{note}");
            server.change(&name(step), |text| text.replacen("END:VTODO", &format!("{note}\r\nEND:VTODO"), 1));
            notes.push((name(step), note));
        }
        Deed::DeleteThere(step) => {
            server.entries.remove(&name(step));
            notes.retain(|(of, _)| *of != name(step));
        }
        Deed::Fails(fault, at) => {
            let answer = planner.round(server, |asked| (asked == at).then_some(FAULTS[fault]));
            for edit in ticks_taken(&planner.workspace, &answer.ticks) {
                planner.workspace = planner.workspace.edited(edit).unwrap();
            }
        }
        Deed::Forget => planner.memory.clear(),
        Deed::Look => _ = planner.look(server),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_both_sides_do_they_agree_in_the_end(deeds in deeds(), is_silent: bool) {
        let mut planner = Planner::new(steps(4));
        let mut server = Server { is_silent, ..Server::default() };
        let foreign = "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:mine\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
        server.put("mine.ics", foreign.to_owned());
        let mut notes = Vec::new();
        for deed in &deeds {
            carry_out(deed, &mut planner, &mut server, &mut notes);
            prop_assert_eq!(server.text("mine.ics"), foreign);
            for (name, note) in &notes {
                prop_assert!(server.text(name).contains(note.as_str()), "{} lost in {}", note, name);
            }
        }
        let end = planner.look(&mut server);
        prop_assert_eq!(&end.trouble, &None);
        let schedule = Schedule::on(&planner.workspace.plan, date(TODAY));
        for (_, facts) in schedule.all() {
            let step = facts.step.0;
            // What somebody deleted stays so.
            if !server.entries.contains_key(&name(step)) {
                continue;
            }
            let status = said(&server, step, "STATUS");
            if facts.is_open() {
                prop_assert_eq!(said(&server, step, "DUE"), day_there(facts.due.unwrap()));
                prop_assert_eq!(&*status, "NEEDS-ACTION");
            }
        }
        for name in server.entries.keys().filter(|name| name.starts_with("followthrough-")) {
            let step: u32 = name["followthrough-p1-task-s".len()..].trim_end_matches(".ics").parse().unwrap();
            let is_planned = schedule.step(StepId(step)).is_some();
            let status = said(&server, step, "STATUS");
            prop_assert!(is_planned || matches!(&*status, "CANCELLED" | "COMPLETED"), "{}", name);
        }
        let writes = server.writes;
        let again = planner.look(&mut server);
        prop_assert_eq!(server.writes, writes);
        prop_assert_eq!(again.leaves, vec![]);
    }

    #[test]
    fn whatever_a_server_says_is_borne(status in 100..600_u16, body in "\\PC{0,200}|(<[a-z:]{1,9}>|</[a-z:]{1,9}>|<multistatus>|</multistatus>|<response>|</response>|&#?[a-z0-9]{1,9};|[ -~]){0,40}", at in 0..4_usize) {
        let planner = Planner::new(steps(2));
        let mut server = Server::default();
        let mut answers = Vec::new();
        for asked in 0..30 {
            let answer = round(&planner.outgoing(), 0, false, &answers);
            if answer.is_over {
                break;
            }
            for ask in &answer.asks {
                let hostile = answers.len() == at;
                answers.push(if hostile { response(status, body.clone(), body.clone()) } else { server.answer(ask, None) });
            }
            prop_assert!(asked < 29, "it ends");
        }
    }
}
