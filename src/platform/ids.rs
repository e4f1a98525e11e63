//! Randomness.

use uuid::Uuid;

/// 128 bits nobody else draws: the stuff that names are made of.
pub fn random_bits() -> u128 {
    Uuid::new_v4().as_u128()
}
