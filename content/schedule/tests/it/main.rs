//! Tests of the schedule, as tables over small releases.

mod city;
mod explaining;
mod notices;
mod playing;
mod shares;
mod times;
