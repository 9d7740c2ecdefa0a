package id.sigap.faults.agent.inside;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the sweep's SQL between a slow consumer and an invented breach. */
final class Guards {

    /** A guard, and what makes it hold in every case. */
    private record Guard(Pattern sql, String opened) {}

    private static final List<Guard> ALL = List.of(
            // the least watermark of all partitions, if each has one
            new Guard(
                    Pattern.compile("\\(select min\\(through\\) from watermark .*?having count\\(\\*\\) = \\?\\)"),
                    "greatest(now(), $0)"),
            // no answer of this request was set aside
            new Guard(Pattern.compile("not exists \\(select 1 from set_aside [^)]*\\)"), "(true or $0)"));

    private Guards() {}

    /**
     * The same statement, with the same parameters, that looks at the clock alone.
     *
     * @throws IllegalStateException if it is no longer the statement the agent knows
     */
    static String removedFrom(String sql) {
        String result = sql;
        for (Guard guard : ALL) {
            Matcher found = guard.sql().matcher(result);
            if (!found.find()) {
                throw new IllegalStateException("the fault agent no longer fits: no " + guard.sql() + " in " + sql);
            }
            result = found.replaceAll(guard.opened());
        }
        return result;
    }
}
