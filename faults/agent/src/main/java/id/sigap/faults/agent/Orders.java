package id.sigap.faults.agent;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the agent is told on the command line: {@code traps=/folder,sabotage=inbox-off}.
 *
 * @param traps the folder the harness sets traps in
 * @param sabotage what is wrong with the service; usually nothing
 */
public record Orders(Path traps, Optional<Sabotage> sabotage) {

    private static final String TRAPS = "traps";
    private static final String SABOTAGE = "sabotage";

    /** @throws IllegalArgumentException if the folder's name can't stand in an option */
    public Orders {
        if (traps.toString().contains(",")) {
            throw new IllegalArgumentException("a comma can't stand in the folder's name: " + traps);
        }
    }

    /** @throws IllegalArgumentException saying what is wrong with the text */
    public static Orders read(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : (text == null ? "" : text).split(",")) {
            String[] parts = option.split("=", 2);
            if (parts.length < 2 || !(parts[0].equals(TRAPS) || parts[0].equals(SABOTAGE))) {
                throw new IllegalArgumentException("expected traps=FOLDER[,sabotage=NAME], not \"" + option + "\"");
            }
            options.put(parts[0], parts[1]);
        }
        if (!options.containsKey(TRAPS)) {
            throw new IllegalArgumentException("traps=FOLDER is missing");
        }
        return new Orders(
                Path.of(options.get(TRAPS)),
                Optional.ofNullable(options.get(SABOTAGE)).map(Sabotage::named));
    }

    /** As {@link #read} takes it. */
    @Override
    public String toString() {
        return TRAPS + "=" + traps
                + sabotage.map(what -> "," + SABOTAGE + "=" + what.id()).orElse("");
    }
}
