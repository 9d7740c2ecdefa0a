package id.sigap.ticket.directory;

import id.sigap.directory.Allocation;
import id.sigap.directory.Operator;
import id.sigap.directory.OperatorDirectory;
import id.sigap.events.OperatorCode;
import id.sigap.events.SuspectNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the directory knows of one number.
 *
 * @param number E.164, or the digits of a short code
 * @param blockable true if an operator can be asked to block it at all
 * @param allocated true if its range was given to an operator
 */
record AllocationView(
        String number,
        SuspectNumber.Kind kind,
        boolean blockable,
        boolean allocated,
        Optional<OperatorCode> operator,
        Optional<String> operatorName,
        Optional<String> brand,
        Optional<String> prefix,
        Optional<LocalDate> from) {

    static AllocationView of(SuspectNumber number, Optional<Allocation> allocation, OperatorDirectory directory) {
        return new AllocationView(
                number.value(),
                number.kind(),
                number.blockable().isPresent(),
                allocation.isPresent(),
                allocation.map(Allocation::operator),
                allocation
                        .map(Allocation::operator)
                        .flatMap(directory::operator)
                        .map(Operator::name),
                allocation.map(Allocation::brand),
                allocation.map(Allocation::prefix),
                allocation.flatMap(Allocation::from));
    }
}
