//! Checks across records: what one record says of another, and what the calendar says of all.
//!
//! What is wrong inside one record is reported where the record is read, in [`crate::source`].

mod campaigns;
mod dates;
mod references;

use crate::MediaId;
use crate::source::Records;
use crate::source::desk::Desk;
use crate::source::media::Use;
use std::collections::BTreeMap;

/// Reports everything that is wrong between records.
pub(crate) fn run(desk: &Desk, records: &Records, uses: &BTreeMap<MediaId, Use>) {
    references::check(desk);
    references::check_media(desk, records, uses);
    references::check_groups(desk, records);
    references::check_zones(desk, records);
    dates::check(desk, records);
    campaigns::check(desk, records);
}
