use followthrough::advice::*;
#[test]
fn probe() {
    let file = include_bytes!("../assets/example.json");
    let today: chrono::NaiveDate = "2026-11-26".parse().unwrap();
    let mut all = std::collections::BTreeMap::new();
    for d in 0..800 {
        let day = today + chrono::Days::new(d);
        let plan = followthrough::workshop::example(followthrough::exchange::import_json(file).unwrap(), day);
        let s = followthrough::schedule::Schedule::on(&plan, day);
        for f in Review::of(&plan, &s, day).findings { 
            let what = match f.spot { Spot::Step(id) => plan.step(id).unwrap().what.to_string(), Spot::Action(id) => plan.action(id).unwrap().1.text.to_string(), _ => String::new() };
            let e = all.entry(f.name()).or_insert((0, what, format!("{:?}", f.detail))); e.0 += 1; }
    }
    for (k, v) in all { println!("{k}: {v:?}"); }
}
