package id.sigap.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list, read by key: pages neither skip nor repeat when the list changes in between.
 *
 * @param items at most the asked number
 * @param next pass it as {@code after} for the following page; absent on the last
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** How many items a page has at the most. */
    public static final int LARGEST = 200;
    /** How many it has if nobody asks. */
    public static final int USUAL = 50;

    /**
     * A page out of rows of which one more than asked was read.
     *
     * @param cursor of the last row shown
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> shown, Function<R, Cursor> cursor) {
        boolean more = rows.size() > limit;
        List<R> here = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                here.stream().map(shown).toList(),
                more ? Optional.of(cursor.apply(here.getLast()).toString()) : Optional.empty());
    }

    /** @throws Refusal 400 outside 1 … {@link #LARGEST}; null means {@link #USUAL} */
    public static int limit(Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > LARGEST) {
            throw Refusal.field("limit", "wrong-type", "1 … " + LARGEST);
        }
        return asked;
    }
}
