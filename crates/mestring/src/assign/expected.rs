//! Places and minimum groups where some are expected not to come.

use mestring_model::quantity::Share;

/// How many places a run can give so that no more are expected to come than there are seats; `None`
/// where nobody is expected to come.
///
/// It is an expectation: about every second time more come than that, though seldom many more.
///
/// ```
/// use mestring::assign::places;
/// use mestring::model::quantity::Share;
///
/// let tenth = Share::from_basis_points(1000).ok_or("no share")?;
/// assert_eq!(places(18, tenth), Some(20));
/// assert_eq!(places(12, tenth), Some(13));
/// assert_eq!(places(12, Share::WHOLE), None);
/// # Ok::<(), &str>(())
/// ```
pub fn places(seats: u32, no_show: Share) -> Option<u32> {
    let come = coming(no_show)?;
    let places = u64::from(seats) * u64::from(Share::WHOLE.basis_points()) / come;
    Some(u32::try_from(places).unwrap_or(u32::MAX))
}

/// How many people need a place so that a minimum group is expected to come; `None` where nobody is
/// expected to come.
///
/// ```
/// use mestring::assign::minimum_places;
/// use mestring::model::quantity::Share;
///
/// let tenth = Share::from_basis_points(1000).ok_or("no share")?;
/// assert_eq!(minimum_places(6, tenth), Some(7));
/// assert_eq!(minimum_places(9, tenth), Some(10));
/// # Ok::<(), &str>(())
/// ```
pub fn minimum_places(minimum: u32, no_show: Share) -> Option<u32> {
    let come = coming(no_show)?;
    let places = (u64::from(minimum) * u64::from(Share::WHOLE.basis_points())).div_ceil(come);
    Some(u32::try_from(places).unwrap_or(u32::MAX))
}

/// The share of people who come, in basis points.
fn coming(no_show: Share) -> Option<u64> {
    let come = Share::WHOLE
        .basis_points()
        .checked_sub(no_show.basis_points());
    come.filter(|come| *come > 0).map(u64::from)
}
