package id.sigap.web;

import id.sigap.service.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What a browser is shown when something can't be done. */
@CheckedTemplate(basePath = "design")
class Faults {

    private Faults() {}

    static native TemplateInstance problem(Problem problem);
}
