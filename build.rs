//! Tells the program which compiler made it, and the linker to leave in it what refers to what: by that it is parted in two.

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
    if env::var_os("CARGO_CFG_TARGET_FAMILY").is_some_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bin=followthrough-app=--emit-relocs");
    }
    Ok(())
}
