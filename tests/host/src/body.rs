//! The body of an answer: whole, or cut in the middle.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame, SizeHint};

/// What is sent. A cut one says how long it would be, sends half of it and ends the connection.
#[derive(Debug)]
pub struct Sent {
    rest: Option<Bytes>,
    cut: bool,
    /// What has come so far has been sent: only then is the line cut.
    flushed: bool,
}

impl Sent {
    pub fn new(whole: Bytes, cut: bool) -> Self {
        let half = whole.len() / 2;
        let rest = if cut { whole.slice(..half) } else { whole };
        Self { rest: Some(rest), cut, flushed: false }
    }
}

impl Body for Sent {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        task: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let next = match self.rest.take() {
            Some(bytes) if !bytes.is_empty() => Some(Ok(Frame::data(bytes))),
            _ if self.cut && !self.flushed => {
                self.flushed = true;
                task.waker().wake_by_ref();
                return Poll::Pending;
            }
            _ if self.cut => Some(Err(io::Error::from(io::ErrorKind::ConnectionReset))),
            _ => None,
        };
        Poll::Ready(next)
    }

    fn size_hint(&self) -> SizeHint {
        match &self.rest {
            Some(bytes) if !self.cut => SizeHint::with_exact(bytes.len() as u64),
            _ => SizeHint::default(),
        }
    }

    fn is_end_stream(&self) -> bool {
        !self.cut && self.rest.as_ref().is_none_or(Bytes::is_empty)
    }
}
