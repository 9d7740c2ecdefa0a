package id.sigap.intake.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A form that had been taken already when it was sent again: what stands in it now, and is no part of what was taken. */
public final class Resent {

    private Resent() {}

    /** The answers that differ, by field; empty where one was taken out. */
    public static Map<String, String> differences(Map<String, String> taken, Map<String, String> now) {
        var differing = new LinkedHashMap<String, String>();
        now.forEach((field, answer) -> {
            if (!Objects.equals(answer, taken.get(field))) {
                differing.put(field, answer);
            }
        });
        return differing;
    }
}
