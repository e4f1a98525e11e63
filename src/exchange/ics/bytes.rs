//! From the bytes of a calendar file to its text, one property a line.

/// How the letters of a file were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Unicode, as the file says itself or as all of it bears out.
    Unicode,
    /// Western European (Windows-1252), by guess: the bytes are no Unicode.
    WesternByGuess,
    /// Unicode, of which some letters were broken and are lost.
    UnicodeDamaged,
}

impl Encoding {
    /// What is to be known of it, if anything.
    pub(super) fn sentence(self) -> Option<&'static str> {
        match self {
            Self::Unicode => None,
            Self::WesternByGuess => Some("Read as Western European text: check the names."),
            Self::UnicodeDamaged => Some("Some letters of this file are damaged: check the names."),
        }
    }
}

/// The text of a file with its folds taken back, each line ended by `\n`, and how it was read.
///
/// Folds are taken back before the bytes become letters: a fold may stand in the middle of a letter.
pub(super) fn text(bytes: &[u8]) -> (String, Encoding) {
    decoded(bytes, unfolded, unfolded)
}

/// The letters of a file as they stand, and how they were read.
pub fn letters(bytes: &[u8]) -> (String, Encoding) {
    decoded(bytes, |units| units.collect(), |units| units.collect())
}

/// `narrow` and `wide` are what becomes of the units before they are letters.
fn decoded(
    bytes: &[u8],
    narrow: fn(&mut dyn Iterator<Item = u8>) -> Vec<u8>,
    wide: fn(&mut dyn Iterator<Item = u16>) -> Vec<u16>,
) -> (String, Encoding) {
    let utf16 = |bytes, unit| utf16(bytes, unit, wide);
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        // Without a mark, two letters of plain English show it: every other byte is nought.
        [1..=255, 0, 1..=255, 0, ..] => utf16(bytes, u16::from_le_bytes),
        [0, 1..=255, 0, 1..=255, ..] => utf16(bytes, u16::from_be_bytes),
        _ => eight_bits(narrow(&mut bytes.iter().copied())),
    }
}

fn utf16(
    bytes: &[u8],
    unit: fn([u8; 2]) -> u16,
    wide: fn(&mut dyn Iterator<Item = u16>) -> Vec<u16>,
) -> (String, Encoding) {
    let (pairs, odd) = bytes.as_chunks();
    let units = wide(&mut pairs.iter().map(|pair| unit(*pair)));
    match String::from_utf16(&units) {
        Ok(text) if odd.is_empty() => (text, Encoding::Unicode),
        _ => (String::from_utf16_lossy(&units), Encoding::UnicodeDamaged),
    }
}

fn eight_bits(bytes: Vec<u8>) -> (String, Encoding) {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, Encoding::Unicode),
        Err(error) => error.into_bytes(),
    };
    // A Unicode file with a broken letter has whole ones beyond ASCII too; other encodings hardly ever look like it.
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if whole > broken {
        (String::from_utf8_lossy(&bytes).into_owned(), Encoding::UnicodeDamaged)
    } else {
        (bytes.into_iter().map(western).collect(), Encoding::WesternByGuess)
    }
}

/// The letter of a byte in Windows-1252, which is Latin-1 with printable letters in place of control characters.
fn western(byte: u8) -> char {
    const FROM_0X80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_0X80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Lines end in CR, LF or both; one that begins with white space goes on the one before; blank ones are nothing.
fn unfolded<Unit: Copy + PartialEq + From<u8>>(units: &mut dyn Iterator<Item = Unit>) -> Vec<Unit> {
    let [cr, lf, space, tab] = [b'\r', b'\n', b' ', b'\t'].map(Unit::from);
    let mut unfolded = Vec::with_capacity(units.size_hint().0);
    let mut has_ended = false;
    for unit in units {
        if unit == cr || unit == lf {
            has_ended = true;
        } else if !has_ended {
            unfolded.push(unit);
        } else {
            has_ended = false;
            if unit != space && unit != tab {
                unfolded.extend([lf, unit]);
            }
        }
    }
    unfolded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str, encoding: Encoding) {
        assert_eq!(text(bytes), (expected.to_owned(), encoding));
    }

    #[test]
    fn lines_end_in_either_way_and_blank_ones_are_nothing() {
        for file in ["A:1\r\nB:2\r\n", "A:1\nB:2\n", "A:1\rB:2\r", "A:1\r\r\nB:2", "A:1\n\n\r\rB:2\n\r"] {
            check(file.as_bytes(), "A:1\nB:2", Encoding::Unicode);
        }
    }

    #[test]
    fn a_fold_is_taken_back_even_inside_a_letter() {
        let whole = "SUMMARY:Mariä 🎉 Empfängnis";
        for at in 1..whole.len() {
            for fold in ["\r\n ", "\n\t", "\r "] {
                let folded = [&whole.as_bytes()[..at], fold.as_bytes(), &whole.as_bytes()[at..]].concat();
                check(&folded, whole, Encoding::Unicode);
            }
        }
    }

    #[test]
    fn utf_16_is_read_in_both_orders_with_and_without_a_mark() {
        let units = || "BEGIN:Fête\r\n 🎉".encode_utf16();
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        for file in [&little, &big, &[&[0xff, 0xfe], &*little].concat(), &[&[0xfe, 0xff], &*big].concat()] {
            check(file, "BEGIN:Fête🎉", Encoding::Unicode);
        }
        check(&little[..little.len() - 1], "BEGIN:Fête\u{fffd}", Encoding::UnicodeDamaged);
    }

    #[test]
    fn what_is_no_unicode_is_taken_for_western_european() {
        check(b"f\xfcr \x80 5 \x96 Caf\xe9", "für € 5 – Café", Encoding::WesternByGuess);
        check(b"f\xfc\r\n r", "für", Encoding::WesternByGuess);
    }

    #[test]
    fn unicode_with_a_broken_letter_stays_unicode() {
        check("für Österreich \u{e9}".as_bytes(), "für Österreich é", Encoding::Unicode);
        check(b"f\xc3\xbcr \xc3\x96sterreich \xc3", "für Österreich \u{fffd}", Encoding::UnicodeDamaged);
    }
}
