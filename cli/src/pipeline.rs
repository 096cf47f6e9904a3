//! Works on all cores, gives results in the order of the inputs, and bounds the memory.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::lang::tr;

/// Most weight of the inputs that are worked on or wait to be written; one that is heavier goes alone.
const MAX_WEIGHT: u64 = 8 << 20;
/// Most such inputs for each thread.
const MAX_ITEMS: usize = 64;
/// The stack of a thread, because libraries that read files recurse.
const STACK: usize = 16 << 20;

/// Works on `inputs` with this many threads, and hands the results to `take` in the order of the inputs.
/// `weigh` says about how many bytes of memory an input takes.
///
/// Ends early with the error of `take`. Threads that then wait for an input are left behind.
///
/// # Errors
/// Those of `take`; and errors where no thread could be started, or one broke off.
pub(crate) fn ordered<T: Send + 'static, R: Send + 'static>(
    inputs: impl Iterator<Item = T> + Send + 'static,
    threads: usize,
    weigh: impl Fn(&T) -> u64 + Send + Sync + 'static,
    work: impl Fn(T) -> R + Send + Sync + 'static,
    mut take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let shared = Arc::new(Shared {
        inputs: Mutex::new(inputs.enumerate()),
        flight: Mutex::new(Flight::default()),
        changed: Condvar::new(),
        threads,
    });
    let (weigh, work) = (Arc::new(weigh), Arc::new(work));
    for _ in 0..threads {
        let (shared, weigh, work) = (Arc::clone(&shared), Arc::clone(&weigh), Arc::clone(&work));
        let worker = move || {
            let _watch = Watch(&*shared);
            while let Some((index, input)) = shared.next_input(&*weigh) {
                let result = work(input);
                shared.done(index, result);
            }
        };
        thread::Builder::new().stack_size(STACK).spawn(worker)?;
    }
    while let Some((weight, result)) = shared.next_result() {
        if let Err(error) = take(result) {
            shared.stop();
            return Err(error);
        }
        shared.landed(weight);
    }
    if lock(&shared.flight).broken {
        return Err(io::Error::other(tr!("the program failed on an input", "程序处理输入时出错")));
    }
    Ok(())
}

/// Reports when its thread breaks off, so that nobody waits for its results.
struct Watch<'s, I, R>(&'s Shared<I, R>);

impl<I, R> Drop for Watch<'_, I, R> {
    fn drop(&mut self) {
        if thread::panicking() {
            lock(&self.0.flight).broken = true;
            self.0.changed.notify_all();
        }
    }
}

struct Shared<I, R> {
    inputs: Mutex<I>,
    flight: Mutex<Flight<R>>,
    /// Something in `flight` has changed.
    changed: Condvar,
    threads: usize,
}

/// Inputs that are under way.
struct Flight<R> {
    /// Weights of the inputs whose results are not taken yet, by index.
    weights: BTreeMap<usize, u64>,
    weight: u64,
    results: BTreeMap<usize, R>,
    /// The index of the next result to be taken.
    next: usize,
    /// How many inputs there are, once that is known.
    inputs: Option<usize>,
    stopped: bool,
    /// Whether a thread panicked.
    broken: bool,
}

impl<R> Default for Flight<R> {
    fn default() -> Self {
        Flight {
            weights: BTreeMap::new(),
            weight: 0,
            results: BTreeMap::new(),
            next: 0,
            inputs: None,
            stopped: false,
            broken: false,
        }
    }
}

impl<T, I: Iterator<Item = (usize, T)>, R> Shared<I, R> {
    /// The next input, as soon as there is room for it. Room is given in the order of the inputs, so that the
    /// input whose result is taken next always has it.
    fn next_input(&self, weigh: &impl Fn(&T) -> u64) -> Option<(usize, T)> {
        let mut inputs = lock(&self.inputs);
        if lock(&self.flight).stopped {
            return None;
        }
        let started = lock(&self.flight).started();
        let Some((index, input)) = inputs.next() else {
            lock(&self.flight).inputs.get_or_insert(started);
            self.changed.notify_all();
            return None;
        };
        let weight = weigh(&input).min(MAX_WEIGHT);
        let is_full = |flight: &mut Flight<R>| {
            let items = flight.weights.len();
            items > 0
                && (flight.weight + weight > MAX_WEIGHT || items >= MAX_ITEMS * self.threads)
                && !flight.stopped
        };
        let waiting = self.changed.wait_while(lock(&self.flight), is_full);
        let mut flight = waiting.unwrap_or_else(PoisonError::into_inner);
        flight.weights.insert(index, weight);
        flight.weight += weight;
        (!flight.stopped).then_some((index, input))
    }
}

impl<I, R> Shared<I, R> {
    fn done(&self, index: usize, result: R) {
        lock(&self.flight).results.insert(index, result);
        self.changed.notify_all();
    }

    /// The next result with its weight; `None` at the end.
    fn next_result(&self) -> Option<(u64, R)> {
        let is_missing = |flight: &mut Flight<R>| {
            !flight.results.contains_key(&flight.next) && flight.inputs != Some(flight.next) && !flight.broken
        };
        let waiting = self.changed.wait_while(lock(&self.flight), is_missing);
        let mut flight = waiting.unwrap_or_else(PoisonError::into_inner);
        let next = flight.next;
        let result = flight.results.remove(&next)?;
        flight.next += 1;
        Some((flight.weights.remove(&next).unwrap_or_default(), result))
    }

    /// Gives back the room of a result that was taken.
    fn landed(&self, weight: u64) {
        lock(&self.flight).weight -= weight;
        self.changed.notify_all();
    }

    fn stop(&self) {
        lock(&self.flight).stopped = true;
        self.changed.notify_all();
    }
}

impl<R> Flight<R> {
    /// How many inputs were given out.
    fn started(&self) -> usize {
        self.weights.last_key_value().map_or(self.next, |(last, _)| last + 1)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_inputs() {
        for threads in [1, 2, 7] {
            let mut taken = Vec::new();
            let work = |number: u64| {
                thread::sleep(Duration::from_micros(number * 7919 % 300));
                number * 2
            };
            ordered(
                0..500,
                threads,
                |_| 1,
                work,
                |result| {
                    taken.push(result);
                    Ok(())
                },
            )
            .unwrap();
            assert_eq!(taken, (0..500).map(|number| number * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_is_under_way_is_bounded_even_if_the_first_input_takes_longest() {
        let under_way = Arc::new(AtomicU64::new(0));
        let (begun, ended) = (Arc::clone(&under_way), Arc::clone(&under_way));
        let most = Arc::new(AtomicU64::new(0));
        let seen = Arc::clone(&most);
        let inputs = (0..200).inspect(move |_| {
            seen.fetch_max(begun.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        });
        let work = |number| {
            if number == 0 {
                thread::sleep(Duration::from_millis(100));
            }
        };
        ordered(
            inputs,
            4,
            |_| MAX_WEIGHT / 10,
            work,
            |()| {
                ended.fetch_sub(1, Ordering::SeqCst);
                Ok(())
            },
        )
        .unwrap();
        assert!(most.load(Ordering::SeqCst) <= 12, "{most:?}");
    }

    #[test]
    fn an_error_of_the_output_ends_the_work() {
        let result = ordered(
            0..,
            3,
            |_| 1,
            |number: u64| number,
            |number| match number {
                9 => Err(io::ErrorKind::StorageFull.into()),
                _ => Ok(()),
            },
        );
        assert_eq!(result.unwrap_err().kind(), io::ErrorKind::StorageFull);
    }

    #[test]
    fn a_thread_that_breaks_off_ends_the_work() {
        let odd = |number: u64| assert!(number % 2 == 1, "an even number");
        assert!(ordered([1, 3, 4, 5].into_iter(), 2, |_| 1, odd, |()| Ok(())).is_err());
        let inputs = (1..9).inspect(|number| assert!(*number < 5, "a file that cannot be read"));
        assert!(ordered(inputs, 1, |_| 1, |number: u64| number, |_| Ok(())).is_err());
    }

    #[test]
    fn no_input_is_no_result() {
        ordered(std::iter::empty::<u8>(), 2, |_| 1, |_| (), |()| panic!("nothing to take")).unwrap();
    }
}
