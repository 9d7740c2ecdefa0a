package id.sigap.faults.check;

import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.util.List;

/** A part of an invariant: a pure function of what clients wrote down and what was read. */
@FunctionalInterface
interface Rule {

    /** @return nothing if it holds */
    List<Finding> judge(History history, Snapshot snapshot, Expectations expectations);
}
