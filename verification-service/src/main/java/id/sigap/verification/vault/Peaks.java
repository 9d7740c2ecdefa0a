package id.sigap.verification.vault;

import java.util.List;

/** How loud a recording is, part by part, 0 to 255, as the vault measured it. @param peaks empty where it could not */
public record Peaks(long durationMillis, List<Integer> peaks) {}
