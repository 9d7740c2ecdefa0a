package id.sigap.verification.desk;

import id.sigap.verification.casework.CaseView.FindingView;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator would be sent, before it is.
 *
 * @param found what the officer found; empty if nothing is to be sent
 * @param operator its code
 * @param company the operator's name
 * @param brand under which the number's range is sold; empty if the directory doesn't know the range
 * @param window how long the operator has, by policy
 * @param secondOfficer whether it waits for one
 */
public record ShownRequest(
        Optional<FindingView> found,
        String operator,
        String company,
        String brand,
        Duration window,
        boolean secondOfficer) {

    static final ShownRequest NONE = new ShownRequest(Optional.empty(), "", "", "", Duration.ZERO, false);
}
