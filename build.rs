//! Tells the program which compiler made it.

use std::env;
use std::process::Command;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let compiler = env::var_os("RUSTC").ok_or("cargo did not say which compiler it uses")?;
    let version = String::from_utf8(Command::new(compiler).arg("--version").output()?.stdout)?;
    if version.trim().is_empty() {
        return Err("the compiler did not say its version".into());
    }
    println!("cargo::rustc-env=FOLLOWTHROUGH_COMPILER={}", version.trim());
    Ok(())
}
