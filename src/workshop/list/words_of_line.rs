//! The words of a line, and which of them have been given a meaning already.

use std::ops::Range;

use crate::workshop::wait::token::{Token, is_quote, tokens};

/// Whether a word is a sign that parts what stands around it.
fn is_parting(word: &str) -> bool {
    matches!(word, "-" | "/" | ">" | "→")
}

/// The words of a line, with their places in the whole text.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    /// Whether a word may still mean something.
    free: Vec<bool>,
    /// Whether a word has been given one.
    taken: Vec<bool>,
}

impl<'a> Words<'a> {
    /// The words in a place of a text; what stands in quotation marks means nothing.
    pub(super) fn new(text: &'a str, place: &Range<usize>) -> Self {
        let line = &text[place.clone()];
        let mut tokens = tokens(line);
        let mut quotes = line.char_indices().filter(|(_, c)| is_quote(*c)).map(|(at, _)| at);
        let mut quoted = Vec::new();
        while let (Some(from), Some(to)) = (quotes.next(), quotes.next()) {
            quoted.push(from..to);
        }
        let free = tokens.iter().map(|token| !quoted.iter().any(|quote| quote.contains(&token.place.start)));
        let (free, taken) = (free.collect(), vec![false; tokens.len()]);
        for token in &mut tokens {
            token.place = token.place.start + place.start..token.place.end + place.start;
        }
        Self { text, tokens, free, taken }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether a word stands at a place.
    #[inline(never)]
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    /// The word at a place, in small letters; empty beyond the line.
    // Not inlined: it is asked for all over.
    #[inline(never)]
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    /// The word before.
    pub(super) fn word_before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    pub(super) fn is_free(&self, at: usize) -> bool {
        self.free.get(at).copied().unwrap_or(false)
    }

    /// Whether all of these may still mean something.
    pub(super) fn are_free(&self, words: Range<usize>) -> bool {
        words.into_iter().all(|at| self.is_free(at))
    }

    /// These have their meaning.
    pub(super) fn take(&mut self, words: Range<usize>) {
        for at in words {
            if let (Some(free), Some(taken)) = (self.free.get_mut(at), self.taken.get_mut(at)) {
                (*free, *taken) = (false, true);
            }
        }
    }

    /// Whether something before a word says what is done.
    pub(super) fn is_behind_description(&self, at: usize) -> bool {
        (0..at).any(|at| {
            !self.taken[at] && !is_parting(self.word(at)) && !["then", "and"].contains(&self.word(at))
        })
    }

    /// The bytes of some words; there is at least one.
    pub(super) fn place(&self, words: &Range<usize>) -> Range<usize> {
        let last = words.end.max(words.start + 1) - 1;
        match (self.tokens.get(words.start), self.tokens.get(last)) {
            (Some(first), Some(last)) => first.place.start..last.place.end,
            _ => self.text.len()..self.text.len(),
        }
    }

    /// The words as they were written.
    pub(super) fn written(&self, words: &Range<usize>) -> &'a str {
        &self.text[self.place(words)]
    }

    /// Whether something ends with the word before this one: a comma, a dash, what has its meaning.
    pub(super) fn ends_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        at >= self.len()
            || self.tokens[before].is_last_of_part
            || [self.word(at), self.word(before)].iter().any(|word| is_parting(word))
            || self.text[self.tokens[before].place.end..self.tokens[at].place.start].contains(['(', '['])
    }

    /// Whether strokes part a word from what stands before and behind it.
    pub(super) fn is_cell(&self, at: usize) -> bool {
        let place = self.place(&(at..at + 1));
        let is_parted = |from: usize, to: usize| self.text[from..to].contains('|');
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.is_some_and(|before| is_parted(before.place.end, place.start))
            && self.tokens.get(at + 1).is_none_or(|next| is_parted(place.end, next.place.start))
    }

    /// The parts of the line between its marks, as their words.
    pub(super) fn segments(&self) -> Vec<Range<usize>> {
        let mut segments = Vec::new();
        let mut from = 0;
        for at in 1..=self.len() {
            if self.ends_before(at) || self.is_free(at) != self.is_free(at - 1) {
                if self.is_free(from) && !is_parting(self.word(from)) {
                    segments.push(from..at);
                }
                from = at;
            }
        }
        segments
    }

    /// Whether a dash or an arrow stands before a word.
    pub(super) fn is_behind_dash(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.is_some_and(|before| {
            self.text[before.place.end..].trim_start().starts_with(['-', '–', '—', '→', '>'])
        })
    }

    /// Whether one of these marks follows some words.
    pub(super) fn is_before(&self, words: &Range<usize>, marks: &[char]) -> bool {
        self.text[self.place(words).end..].trim_start_matches(['*', '_']).trim_start().starts_with(marks)
    }
}
