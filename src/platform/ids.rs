//! Randomness.

use js_sys::Math;
use web_sys::window;

/// 128 bits nobody else draws: the stuff that names are made of.
pub fn random_bits() -> u128 {
    let mut bytes = [0; 16];
    let crypto = window().and_then(|window| window.crypto().ok());
    let is_drawn = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if is_drawn {
        return u128::from_ne_bytes(bytes);
    }
    // Names need to differ, not to be secret.
    (0..4).fold(0, |bits, _| bits << 32 | u128::from((Math::random() * f64::from(u32::MAX)) as u32))
}
