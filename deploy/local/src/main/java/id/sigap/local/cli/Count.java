package id.sigap.local.cli;

/** A number and what is counted, in English: 1 event, 2 events. */
final class Count {

    private Count() {}

    static String of(long number, String thing) {
        return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }
}
