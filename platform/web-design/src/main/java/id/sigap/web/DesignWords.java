package id.sigap.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the layout and the form parts say: {@code messages/design_id.properties} and {@code design_en.properties}. */
@MessageBundle("design")
public interface DesignWords {

    @Message
    String skip();

    /** The heading over a list of what is wrong in a form. */
    @Message
    String faults();

    /** Before what is wrong with one field, for those who hear the page. */
    @Message
    String fault();

    /** Before the title of a page on which something is wrong. */
    @Message
    String faultTitle();

    /** Of a text, by a script. @param longest in characters */
    @Message
    String tooLong(Object longest);

    @Message
    String optional();

    @Message
    String home();

    @Message
    String back();
}
