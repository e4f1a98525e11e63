//! What came of a choice: taken, or refused with a sentence.

/// What a choice or a box hands back: nothing where it cannot be refused.
pub trait Outcome {
    /// The sentence that says why it was refused.
    fn refusal(self) -> Option<String>;
}

impl Outcome for () {
    fn refusal(self) -> Option<String> {
        None
    }
}

impl Outcome for Result<(), String> {
    fn refusal(self) -> Option<String> {
        self.err()
    }
}
