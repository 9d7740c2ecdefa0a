package id.sigap.verification.team;

import java.time.Instant;
import java.util.Optional;

/**
 * What one officer has on the desk.
 *
 * @param officer the account id
 * @param held open cases
 * @param oldest when the oldest of them was reported; empty if there is none
 * @param ranOut of them, those whose claim has run out: anybody may take them
 * @param decided cases closed since midnight in Jakarta
 */
public record Load(String officer, int held, Optional<Instant> oldest, int ranOut, int decided) {}
