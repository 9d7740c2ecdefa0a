package id.sigap.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What a browser is shown when something can't be done. */
@CheckedTemplate(basePath = "design")
class Faults {

    private Faults() {}

    static native TemplateInstance problem(String title, String detail);
}
