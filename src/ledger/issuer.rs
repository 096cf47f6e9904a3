//! For whom a document speaks.

use super::reader::{Reader, unspaced};

impl Reader<'_> {
    /// Whom the speaker represents, else the body that issues the document.
    pub(super) fn represents(&self) -> Option<String> {
        let issuer = || self.read.issuer(self.speech);
        let represented = || self.read.represented().or_else(issuer).map(|body| unspaced(&body));
        self.index.represents.get_or_init(represented).clone()
    }
}
