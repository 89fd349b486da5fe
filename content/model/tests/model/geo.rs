//! Distances and bearings against known values.

use wayside_model::{Bounds, Position};

const LA: Position = Position { lat: 34.0561, lon: -118.2365 };

#[track_caller]
fn check(a: Position, b: Position, metres: f64, bearing_deg: f64) {
    let distance = a.distance_metres(b);
    assert!((distance - metres).abs() <= metres * 0.001 + 0.5, "{distance} m, not {metres} m");
    let bearing = a.bearing_deg(b);
    assert!((bearing - bearing_deg).abs() < 0.1, "{bearing}°, not {bearing_deg}°");
}

#[test]
fn known_distances_and_bearings() {
    // One degree of a great circle on the mean sphere.
    let degree = std::f64::consts::PI / 180.0 * 6_371_008.8;
    let at = |lat, lon| Position { lat, lon };
    check(at(0.0, 0.0), at(1.0, 0.0), degree, 0.0);
    check(at(0.0, 0.0), at(0.0, 1.0), degree, 90.0);
    check(at(1.0, 0.0), at(0.0, 0.0), degree, 180.0);
    check(at(0.0, 1.0), at(0.0, 0.0), degree, 270.0);
    // Across the antimeridian the short way.
    check(at(0.0, 179.5), at(0.0, -179.5), degree, 90.0);
    // Baghdad to Osaka, the textbook pair of movable-type: the bearing starts at 60 degrees.
    check(at(35.0, 45.0), at(35.0, 135.0), 7_871_600.0, 60.16);
    // Los Angeles to New York airports (LAX, JFK): 2,475 statute miles on the sphere, leaving at 65.9 degrees.
    check(at(33.9425, -118.4081), at(40.6398, -73.7789), 3_974_300.0, 65.9);
    check(LA, LA, 0.0, 0.0);
}

#[test]
fn antipodes_are_half_way_round() {
    let there = Position { lat: -LA.lat, lon: LA.lon + 180.0 };
    let half = std::f64::consts::PI * 6_371_008.8;
    assert!((LA.distance_metres(there) - half).abs() < 1.0);
}

#[test]
fn bounds_include_their_edges() {
    let bounds = Bounds { south: 33.7, west: -118.67, north: 34.34, east: -118.15 };
    assert!(bounds.contains(LA));
    assert!(bounds.contains(Position { lat: 33.7, lon: -118.67 }));
    assert!(!bounds.contains(Position { lat: 40.7, lon: -74.0 }));
    assert!(!bounds.contains(Position { lat: LA.lon, lon: LA.lat }));
}
