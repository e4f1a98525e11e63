//! Names as they are compared: large and small letters are the same; where names are sought or put in order, letters
//! with and without accents are as well.

/// A text in small letters, to be compared with another.
pub fn in_small_letters(text: &str) -> String {
    text.chars().map(small_letter).collect()
}

/// The small letter of a large one, in the alphabets that have both and are in daily use: Latin with all its accents,
/// Greek, Cyrillic, Armenian and Georgian. Any other character is itself.
///
/// The standard library's tables know the scripts of scholars too, and take 25 kB of what a browser loads.
pub fn small_letter(c: char) -> char {
    let code = u32::from(c);
    let even = |code: u32| code | 1;
    let odd = |code: u32| code + code % 2;
    let small = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => code + 32,
        // With a dot above: in small letters all have one.
        0x130 => 0x69,
        0x178 => 0xff,
        0x100..=0x137 | 0x14a..=0x177 | 0x1de..=0x1ef | 0x1f8..=0x21f | 0x222..=0x233 | 0x1a0..=0x1a5 => {
            even(code)
        }
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc => odd(code),
        0x1af => 0x1b0,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x391..=0x3a1 | 0x3a3..=0x3ab => code + 32,
        0x400..=0x40f => code + 80,
        0x410..=0x42f => code + 32,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => even(code),
        0x531..=0x556 => code + 48,
        0x1c90..=0x1cba => code - 0xbc0,
        0x1e00..=0x1e95 | 0x1ea0..=0x1eff => even(code),
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// A text in small letters without accents, to be sought in or put in order: “Łukasz” as “lukasz”.
pub fn in_plain_letters(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for small in text.chars().map(small_letter) {
        match plain_letters(small) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(small),
        }
    }
    plain
}

/// What a small Latin letter with an accent is without it, and an accent of its own nothing. As those write who lack the
/// letter: “ø” as “o”, “ß” as “ss”.
const fn plain_letters(small: char) -> Option<&'static str> {
    Some(match small {
        '\u{300}'..='\u{36f}' => "",
        'à'..='å' | 'ā'..='ą' | 'ǎ' | 'ǟ'..='ǡ' | 'ǻ' | 'ȁ'..='ȃ' | 'ȧ' | 'ḁ' | 'ạ'..='ặ' => {
            "a"
        }
        'æ' => "ae",
        'ḃ'..='ḇ' => "b",
        'ç' | 'ć'..='č' | 'ḉ' => "c",
        'ð' | 'ď'..='đ' | 'ḋ'..='ḓ' => "d",
        'è'..='ë' | 'ē'..='ě' | 'ȅ'..='ȇ' | 'ȩ' | 'ḕ'..='ḝ' | 'ẹ'..='ệ' => "e",
        'ḟ' => "f",
        'ĝ'..='ģ' | 'ǧ' | 'ǵ' | 'ḡ' => "g",
        'ĥ'..='ħ' | 'ȟ' | 'ḣ'..='ḫ' => "h",
        'ì'..='ï' | 'ĩ'..='ı' | 'ǐ' | 'ȉ'..='ȋ' | 'ḭ'..='ḯ' | 'ỉ'..='ị' => "i",
        'ĵ' | 'ǰ' => "j",
        'ķ'..='ĸ' | 'ǩ' | 'ḱ'..='ḵ' => "k",
        'ĺ'..='ł' | 'ḷ'..='ḽ' => "l",
        'ḿ'..='ṃ' => "m",
        'ñ' | 'ń'..='ŋ' | 'ǹ' | 'ṅ'..='ṋ' => "n",
        'ò'..='ö'
        | 'ø'
        | 'ō'..='ő'
        | 'ơ'
        | 'ǒ'
        | 'ǫ'..='ǭ'
        | 'ȍ'..='ȏ'
        | 'ȫ'..='ȱ'
        | 'ṍ'..='ṓ'
        | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ṕ'..='ṗ' => "p",
        'ŕ'..='ř' | 'ȑ'..='ȓ' | 'ṙ'..='ṟ' => "r",
        'ś'..='š' | 'ſ' | 'ș' | 'ṡ'..='ṩ' => "s",
        'ß' => "ss",
        'ţ'..='ŧ' | 'ț' | 'ṫ'..='ṱ' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ'..='ų' | 'ư' | 'ǔ'..='ǜ' | 'ȕ'..='ȗ' | 'ṳ'..='ṻ' | 'ụ'..='ự' => "u",
        'ṽ'..='ṿ' => "v",
        'ŵ' | 'ẁ'..='ẉ' => "w",
        'ẋ'..='ẍ' => "x",
        'ý' | 'ÿ' | 'ŷ' | 'ȳ' | 'ẏ' | 'ỳ'..='ỹ' => "y",
        'ź'..='ž' | 'ẑ'..='ẕ' => "z",
        _ => return None,
    })
}

/// Whether a character belongs to a word or a number, in any script: all that is no space, no punctuation and no sign.
pub fn is_letter_or_digit(c: char) -> bool {
    let is_other = matches!(
        c,
        '\u{80}'..='\u{a9}' | '«'..='±' | '´' | '¶'..='¸' | '»' | '¿' | '×' | '÷'
            | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20ff}' | '℠' | '™' | '\u{2190}'..='\u{245f}' | '\u{2500}'..='\u{2bff}'
            | '\u{2e00}'..='\u{2e2e}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}'
            | '\u{fe10}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}'
            | '\u{ff5b}'..='\u{ff65}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}' | '\u{1f000}'..='\u{1faff}'
    );
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { !is_other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sought_without_accents() {
        for (name, plain) in [
            ("Łukasz Żółć", "lukasz zolc"),
            ("Şebnem İnan Ağaoğlu", "sebnem inan agaoglu"),
            ("Dvořák, Čapek", "dvorak, capek"),
            ("Søren Ærø", "soren aero"),
            ("Nguyễn Thị Ánh", "nguyen thi anh"),
            ("Größe", "grosse"),
            ("e\u{301}te\u{301}", "ete"),
            ("Ψ Ж 李", "ψ ж 李"),
        ] {
            assert_eq!(in_plain_letters(name), plain);
        }
    }

    #[test]
    fn letters_in_use_have_the_small_letter_that_unicode_gives_them() {
        let blocks = [
            0..=0x17f,
            0x1de..=0x1ef,
            0x386..=0x3ce,
            0x400..=0x4bf,
            0x4d0..=0x556,
            0x1c90..=0x1cba,
            0x1e00..=0x1e95,
            0x1ea0..=0x1eff,
        ];
        for c in blocks.into_iter().flatten().filter_map(char::from_u32) {
            let mut expected = c.to_lowercase();
            let expected = if c == 'İ' { 'i' } else { expected.next().unwrap() };
            assert_eq!(small_letter(c), expected, "{c} {:x}", u32::from(c));
        }
    }

    #[test]
    fn no_character_is_taken_for_another() {
        for c in (0..=0x10ffff).filter_map(char::from_u32) {
            let small = small_letter(c);
            assert!(small == c || c == 'İ' || c.to_lowercase().eq([small]), "{c} {:x}", u32::from(c));
        }
    }

    #[test]
    fn every_letter_and_digit_is_one_and_no_punctuation_is() {
        for c in (0..=0x2_ffff).filter_map(char::from_u32).filter(|c| c.is_alphabetic()) {
            // Letters in circles and squares are signs.
            let is_enclosed = matches!(c, 'Ⓐ'..='ⓩ' | '\u{1f100}'..='\u{1f1ff}');
            assert!(is_letter_or_digit(c) || is_enclosed, "{c} {:x}", u32::from(c));
        }
        assert!("0٣५７²".chars().all(is_letter_or_digit));
        for c in " \u{a0}-–—…“”„«»’¿¡·×€™→✓★、。「」！？（）\u{200b}\u{feff}🎉".chars()
        {
            assert!(!is_letter_or_digit(c), "{c} {:x}", u32::from(c));
        }
    }

    #[test]
    fn a_text_is_compared_in_small_letters() {
        assert_eq!(
            in_small_letters("Été À LA MODE, ΟΔΟΣ, Ярмарка, 日本"),
            "été à la mode, οδοσ, ярмарка, 日本"
        );
    }
}
