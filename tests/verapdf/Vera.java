import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;

import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;

/**
 * PDF files -> veraPDF's verdict on each, as one JSON object a line.
 *
 * The engine stands in a jar that has lost the XML binding with which it reads its own profiles, so the
 * profile is read here, element by element. Arguments: the profile's name (PDFA-2B), then files.
 */
public final class Vera {
    private static final String FOLDER = "org/verapdf/pdfa/validation/";

    private Vera() {
    }

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = readProfile(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            System.out.println(verdict(new File(arguments[i]), profile));
        }
    }

    private static String verdict(File file, ValidationProfile profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour())) {
            ValidationResult result = Foundries.defaultInstance().createValidator(profile, false).validate(parser);
            return object(
                member("file", text(file.getPath())),
                member("compliant", String.valueOf(result.isCompliant())),
                member("checks", String.valueOf(result.getTotalAssertions())),
                member("failures", failures(result.getTestAssertions())));
        } catch (Exception fault) {
            return object(member("file", text(file.getPath())), member("error", text(fault.toString())));
        }
    }

    /** For each broken rule how often, and where it was broken first. */
    private static String failures(List<TestAssertion> assertions) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, TestAssertion> first = new TreeMap<>();
        for (TestAssertion assertion : assertions) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                RuleId rule = assertion.getRuleId();
                String name = rule.getClause() + "-" + rule.getTestNumber();
                counts.merge(name, 1, Integer::sum);
                first.putIfAbsent(name, assertion);
            }
        }
        List<String> items = new ArrayList<>();
        counts.forEach((name, count) -> items.add(object(
            member("rule", text(name)),
            member("count", String.valueOf(count)),
            member("message", text(first.get(name).getMessage())),
            member("where", text(first.get(name).getLocation().getContext())))));
        return "[" + String.join(",", items) + "]";
    }

    private static ValidationProfile readProfile(String name) throws Exception {
        Element root;
        try (InputStream in = Vera.class.getClassLoader().getResourceAsStream(FOLDER + name + ".xml")) {
            if (in == null) {
                throw new IOException("no profile " + name);
            }
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element element : elements(root, "rule")) {
            rules.add(readRule(element));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element element : elements(root, "variable")) {
            variables.add(Profiles.variableFromValues(element.getAttribute("name"), element.getAttribute("object"),
                content(element, "defaultValue"), content(element, "value")));
        }
        return Profiles.profileFromValues(PDFAFlavour.valueOf(root.getAttribute("flavour")),
            Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
    }

    private static Rule readRule(Element element) {
        Element id = elements(element, "id").get(0);
        String deferred = element.getAttribute("deferred");
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
            element.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
            element.getAttribute("tags"), content(element, "description"), content(element, "test"),
            Profiles.errorFromValues(content(element, "message"), List.of()), List.of());
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String content(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }

    private static String object(String... members) {
        return "{" + String.join(",", members) + "}";
    }

    private static String member(String name, String value) {
        return "\"" + name + "\":" + value;
    }

    private static String text(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : String.valueOf(value).toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
