//! Letters, as far as advice on an English text needs them.
//!
//! Rust's own tables of all scripts would be 10 kB of what the browser loads.

/// A letter or a digit of any script: everything that is no space, sign or punctuation.
pub(super) fn is_letter_or_digit(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '×' | '÷' => false,
        '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{303f}'
        | '\u{fe10}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ff0f}' => false,
        _ => true,
    }
}

/// A capital letter of the Latin alphabet, accents of western Europe included.
pub(super) fn is_capital(c: char) -> bool {
    c.is_ascii_uppercase() || (matches!(c, 'À'..='Þ') && c != '×')
}

/// A letter that is no capital.
pub(super) fn is_small(c: char) -> bool {
    is_letter_or_digit(c) && !c.is_ascii_digit() && !is_capital(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_many_scripts_are_letters_and_signs_are_not() {
        assert!("aZ9éßÑžЖ中か".chars().all(is_letter_or_digit));
        assert!(!" .,!?…“”’—–-/€%×÷„«»、。\n".chars().any(is_letter_or_digit));
    }

    #[test]
    fn capitals_and_small_letters_are_told_apart() {
        assert!("AZÀÉÞ".chars().all(is_capital));
        assert!("azéßž".chars().all(is_small));
        assert!(!"9 .".chars().any(|c| is_small(c) || is_capital(c)));
    }
}
