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

has_std_source() {
  [ -f "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]
}

# Adds the options to `flags` that keep this machine's folders out of what the compiler makes.
hide_own_paths() {
  local crates
  flags+=("--remap-path-prefix=$root=/followthrough")
  for crates in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
    flags+=("--remap-path-prefix=$crates=/crates")
  done
}

# Hands `flags` to cargo in the form that, unlike RUSTFLAGS, allows spaces in paths.
export_flags() {
  local IFS=$'\x1f'
  export CARGO_ENCODED_RUSTFLAGS="${flags[*]}"
}

# Sets the environment of a wasm build. It must not leak into native builds: their compiler may be
# another one, and two compilers in one target folder rebuild each other's work.
use_wasm_toolchain() {
  local flags=()
  hide_own_paths
  # Views of erased types instead of one type for each nesting.
  flags+=("--cfg=erase_components")
  if ! has_wasm_std "$(rustc --print sysroot)"; then
    export RUSTC=$DEBIAN_RUSTC
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$DEBIAN_WASM_LINKER
    flags+=("--sysroot=$(debian_sysroot)")
  elif has_std_source; then
    # The standard library is compiled along, for size and without the words of panics: a tenth less to load.
    # A panic then is a trap, which src/start.js sees as well. The variable lets a stable compiler do so.
    export RUSTC_BOOTSTRAP=1
    export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
    # Without reference types, which some versions of wasm-split do not get right.
    flags+=(-Ctarget-feature=-reference-types)
    flags+=(-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none)
    flags+=("--remap-path-prefix=$(rustc --print sysroot)=/rust")
  fi
  export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}/wasm
  export_flags
}
