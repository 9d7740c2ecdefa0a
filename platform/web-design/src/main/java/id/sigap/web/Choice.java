package id.sigap.web;

/** One of the answers a question offers. @param hint empty, or a line in small print */
public record Choice(String value, String label, String hint) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, "");
    }
}
