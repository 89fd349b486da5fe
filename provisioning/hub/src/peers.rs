//! Who holds how many connections, so that no single client takes every place.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// The bits of an IPv6 address that name a network; its owner picks the rest at will.
const NETWORK: u128 = !(u64::MAX as u128);

/// The peers that have connections, with the number of each.
#[derive(Debug, Default)]
pub(crate) struct Peers(Mutex<HashMap<IpAddr, usize>>);

impl Peers {
    /// Counts one more connection of a peer, unless it has `most` already.
    pub fn admit(self: &Arc<Self>, address: IpAddr, most: usize) -> Option<Admission> {
        let peer = peer(address);
        let mut counts = self.counts();
        let held = counts.get(&peer).copied().unwrap_or_default();
        if held >= most {
            return None;
        }
        counts.insert(peer, held + 1);
        Some(Admission { peers: Arc::clone(self), peer })
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One connection's place among its peer's; dropping it gives the place back.
#[derive(Debug)]
pub(crate) struct Admission {
    peers: Arc<Peers>,
    peer: IpAddr,
}

impl Drop for Admission {
    fn drop(&mut self) {
        let mut counts = self.peers.counts();
        match counts.get_mut(&self.peer) {
            Some(held) if *held > 1 => *held -= 1,
            // Peers without connections are forgotten, so that the map stays as small as the hub is busy.
            _ => _ = counts.remove(&self.peer),
        }
    }
}

/// The peer that an address belongs to: the address itself, or the whole network in IPv6.
fn peer(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & NETWORK)),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_owner_are_one_peer() {
        let check = |a: &str, b: &str, is_one: bool| {
            assert_eq!(peer(a.parse().unwrap()) == peer(b.parse().unwrap()), is_one, "{a} {b}");
        };
        check("192.0.2.1", "192.0.2.1", true);
        check("192.0.2.1", "192.0.2.2", false);
        check("192.0.2.1", "::ffff:192.0.2.1", true);
        check("::ffff:192.0.2.1", "::ffff:192.0.2.2", false);
        check("2001:db8::1", "2001:db8::ffff:0:0:1", true);
        check("2001:db8::1", "2001:db8:0:1::1", false);
    }

    #[test]
    fn a_place_comes_back_when_its_connection_ends() {
        let peers = Arc::new(Peers::default());
        let admit = |address: &str| peers.admit(address.parse().unwrap(), 2);
        let first = admit("192.0.2.1").unwrap();
        let second = admit("192.0.2.1").unwrap();
        assert!(admit("192.0.2.1").is_none());
        assert!(admit("192.0.2.2").is_some());
        drop(first);
        let third = admit("192.0.2.1").unwrap();
        assert!(admit("192.0.2.1").is_none());
        drop((second, third));
        assert!(peers.counts().is_empty(), "nobody is remembered");
    }
}
