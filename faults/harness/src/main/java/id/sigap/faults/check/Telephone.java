package id.sigap.faults.check;

/** Telephone numbers as people write them. */
final class Telephone {

    private Telephone() {}

    /** The digits that tell one domestic number from another: without the country's code or the leading zero. */
    static String digits(String written) {
        return written.replaceAll("[^0-9]", "").replaceFirst("^(62|0)", "");
    }
}
