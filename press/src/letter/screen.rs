//! Messages on a screen: a column of chat bubbles, theirs on the left, mine on the right.

use kurbo::{Point, Rect};
use vac_xin_so::model::BalloonKind;

use crate::art::Slot;

use super::Placed;
use super::body;
use super::place::Wanted;

/// Between two bubbles.
const GAP: f64 = 18.0;

/// A bubble takes at most this part of the column.
const WIDEST: f64 = 0.86;

/// Stacks the messages where no head is before the screen: in the whole column, else above the heads, else
/// beside them.
///
/// # Errors
/// The first message that finds no room.
pub(super) fn stack_free(
    wanted: &[Wanted],
    column: Rect,
    heads: &[Rect],
    size: f64,
    fixed: &mut [Option<Placed>],
) -> Result<(), usize> {
    let above = heads.iter().fold(column, |free, head| Rect {
        y1: free.y1.min(head.y0 - GAP),
        ..free
    });
    let beside = heads.iter().fold(column, |free, head| {
        if head.center().x < free.center().x {
            let x0 = free.x0.max(head.x1 + GAP);
            Rect { x0, ..free }
        } else {
            let x1 = free.x1.min(head.x0 - GAP);
            Rect { x1, ..free }
        }
    });
    let mut last = Err(0);
    for free in [column, above, beside] {
        let mut own = fixed.to_vec();
        last = stack(wanted, free, size, &mut own);
        let over = own.iter().enumerate().find_map(|(i, one)| {
            let bounds = one.as_ref()?.bounds();
            let met = heads.iter().any(|head| bounds.overlaps(*head));
            met.then_some(i)
        });
        match (last, over) {
            (Ok(()), None) => {
                fixed.clone_from_slice(&own);
                return Ok(());
            }
            (Ok(()), Some(balloon)) => last = Err(balloon),
            (Err(_), _) => {}
        }
    }
    last
}

/// Stacks the messages in the column, in the middle of its height; fills in `fixed`.
///
/// # Errors
/// The first message that finds no room.
fn stack(
    wanted: &[Wanted],
    column: Rect,
    size: f64,
    fixed: &mut [Option<Placed>],
) -> Result<(), usize> {
    let mut bubbles = Vec::new();
    for (i, want) in wanted.iter().enumerate() {
        if want.kind != BalloonKind::Message || fixed[i].is_some() {
            continue;
        }
        let fitting = want.blocks.iter().find(|block| {
            let (rx, _) = body::half(want.kind, block);
            rx * 2.0 <= column.width() * WIDEST
        });
        let block = fitting.ok_or(i)?;
        bubbles.push((i, block, body::half(want.kind, block)));
    }
    if bubbles.is_empty() {
        return Ok(());
    }
    let total: f64 = bubbles
        .iter()
        .map(|(_, _, (_, ry))| ry * 2.0 + GAP)
        .sum::<f64>()
        - GAP;
    if total > column.height() {
        return Err(bubbles.last().map_or(0, |(i, ..)| *i));
    }
    // A short talk hangs near the top, as in any chat; some air above it.
    let mut y = column.y0 + ((column.height() - total) * 0.35).min(size * 1.5);
    for (i, block, (rx, ry)) in bubbles {
        let x = if wanted[i].mine {
            column.x1 - rx
        } else {
            column.x0 + rx
        };
        fixed[i] = Some(Placed {
            kind: BalloonKind::Message,
            block: block.clone(),
            at: Point::new(x, y + ry),
            half: (rx, ry),
            tail: None,
            second: None,
            mine: wanted[i].mine,
            slot: None,
        });
        y += ry * 2.0 + GAP;
    }
    Ok(())
}

/// Sets words into their place on the screen: the block that leaves the least air.
///
/// # Errors
/// The words are too long for it.
pub(super) fn fill(want: &Wanted, slot: Slot) -> Result<Placed, ()> {
    let room = slot.bounds;
    let block = want
        .blocks
        .iter()
        .find(|block| block.width() <= room.width() && block.height() <= room.height() + 2.0)
        .ok_or(())?;
    let half = (block.width() / 2.0, block.height() / 2.0);
    let x = if slot.centred {
        room.center().x
    } else {
        room.x0 + half.0
    };
    Ok(Placed {
        kind: BalloonKind::Message,
        block: block.clone(),
        at: Point::new(x, room.center().y),
        half,
        tail: None,
        second: None,
        mine: false,
        slot: Some(slot),
    })
}
