//! Tells which body a document reports for.

use super::reader::{Reader, unspaced};

impl Reader<'_> {
    /// The body that the speaker represents, else the one that issues the document.
    pub(super) fn represents(&self) -> Option<String> {
        let issuer = || self.read.issuer(self.speech);
        let represented = || self.read.represented().or_else(issuer).map(|body| unspaced(&body));
        self.index.represents.get_or_init(represented).clone()
    }
}
