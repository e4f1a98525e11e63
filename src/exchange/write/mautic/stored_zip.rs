//! An archive of one file, which is stored as it is.

use crate::store::crc32;

/// The first day that archives can name: what is exported twice gives the same bytes.
const DAY: u16 = 0x21;

/// The archive.
pub(super) fn stored_zip(name: &str, file: &[u8]) -> Vec<u8> {
    // A plan is at most 5 MB, so that no number here is too large for its place.
    let size = u32::try_from(file.len()).unwrap_or(u32::MAX).to_le_bytes();
    let length = u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes();
    let mut about = Vec::new();
    // Read by version 1.0; the name is UTF-8; stored; at midnight.
    for number in [10_u16, 1 << 11, 0, 0, DAY] {
        about.extend(number.to_le_bytes());
    }
    about.extend(crc32(file).to_le_bytes());
    about.extend([size, size].concat());
    about.extend([length, [0, 0]].concat());
    let mut zip = [b"PK\x03\x04", &*about, name.as_bytes(), file].concat();
    let directory = [&b"PK\x01\x02"[..], &[10, 0], &about, &[0; 14], name.as_bytes()].concat();
    let at = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX).to_le_bytes();
    let end =
        [&b"PK\x05\x06"[..], &[0; 4], &[1, 0, 1, 0], &at(directory.len()), &at(zip.len()), &[0; 2]].concat();
    zip.extend(directory);
    zip.extend(end);
    zip
}
