# Sourced by every script: where things are, and how wasm is compiled on this machine.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=$root/.tools
. "$root/scripts/versions.sh"

PATH=$tools/bin:$tools/node/bin:$root/node_modules/.bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
export PATH

# The browser of the checks: Chromium or a close relative, or the one named in $CHROMIUM.
if [ -z "${CHROMIUM:-}" ]; then
  CHROMIUM=$(command -v chromium chromium-browser google-chrome-stable google-chrome | head -n 1 || true)
fi
export CHROMIUM

# The second one, or the one named in $FIREFOX.
if [ -z "${FIREFOX:-}" ]; then
  FIREFOX=$(command -v firefox-esr firefox | head -n 1 || true)
fi
export FIREFOX

fail() {
  echo "$*" >&2
  exit 1
}

# Debian's compiler has no wasm library; one built for exactly this compiler is kept per user,
# where a second clone of the project finds it.
debian_sysroot() {
  local version
  version=$("$DEBIAN_RUSTC" --version | tr -cs 'A-Za-z0-9.\n' -)
  echo "${XDG_CACHE_HOME:-$HOME/.cache}/followthrough/$version"
}

has_wasm_std() { # sysroot
  compgen -G "$1/lib/rustlib/wasm32-unknown-unknown/lib/libstd*.rlib" >/dev/null
}

revision_of_compiler() {
  "${RUSTC:-rustc}" --version --verbose | sed -n 's/^commit-hash: //p'
}

# Sets up a wasm build on this machine: with the compiler on the PATH where it has the wasm library, otherwise with
# Debian's. What is exported must not leak into native builds: two compilers in one target folder rebuild each
# other's work.
use_wasm_toolchain() {
  local options=() flags=() crates
  if ! has_wasm_std "$(rustc --print sysroot)"; then
    export RUSTC=$DEBIAN_RUSTC CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}/debian
    options=("linker = \"$DEBIAN_WASM_LINKER\"")
    flags+=("--sysroot=$(debian_sysroot)")
  fi
  # This machine's folders stay out of the program. The crates' folders are known once they are fetched.
  cargo fetch --locked --quiet --target wasm32-unknown-unknown
  flags+=("--remap-path-prefix=$root=/followthrough")
  # Where the library's source is installed, the compiler would name its folder instead of the revision.
  flags+=("--remap-path-prefix=$("${RUSTC:-rustc}" --print sysroot)/lib/rustlib/src/rust=/rustc/$(revision_of_compiler)")
  for crates in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
    flags+=("--remap-path-prefix=$crates=/crates")
  done
  write_machine_options
}

# Writes `options` and `flags` where .cargo/config.toml reads them: unlike RUSTFLAGS, a file adds to the options that
# stand there, and allows spaces in paths.
write_machine_options() {
  local text file=$root/.cargo/machine.toml flag
  text=$(
    echo "# Written by scripts/env.sh for this machine."
    echo "[target.wasm32-unknown-unknown]"
    if [ "${#options[@]}" -gt 0 ]; then printf '%s\n' "${options[@]}"; fi
    echo "rustflags = ["
    for flag in "${flags[@]}"; do
      flag=${flag//\\/\\\\}
      printf '    "%s",\n' "${flag//\"/\\\"}"
    done
    echo "]"
  )
  # Left alone where it says so already, so that nothing is compiled again.
  [ "$(cat "$file" 2>/dev/null)" = "$text" ] || printf '%s\n' "$text" >"$file"
}
