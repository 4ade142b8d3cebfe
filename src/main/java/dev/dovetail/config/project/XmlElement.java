package dev.dovetail.config.project;

import dev.dovetail.workspace.Limits;
import dev.dovetail.workspace.Place;
import dev.dovetail.workspace.Region;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of an XML document, with the place of its start. */
final class XmlElement {


    private final String name;
    private final Place place;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlElement(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    /**
     * The root of a document. No entity is expanded and no DTD is read.
     *
     * @return empty when it is not well-formed or nests too deeply
     */
    static Optional<XmlElement> parse(String file, String document) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<XmlElement> open = new ArrayList<>();
        try {
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new StringReader(document));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    XmlElement element =
                            new XmlElement(reader.getLocalName(), place(file, reader));
                    if (!open.isEmpty()) {
                        open.get(open.size() - 1).children.add(element);
                    }
                    if (open.size() >= Limits.XML_NESTING) {
                        return Optional.empty();
                    }
                    open.add(element);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    XmlElement closed = open.remove(open.size() - 1);
                    if (open.isEmpty()) {
                        return Optional.of(closed);
                    }
                } else if (event == XMLStreamConstants.CHARACTERS && !open.isEmpty()) {
                    open.get(open.size() - 1).text.append(reader.getText());
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The reader stands behind the start tag: the element is what ends there. */
    private static Place place(String file, XMLStreamReader reader) {
        int line = reader.getLocation().getLineNumber();
        int end = Math.max(2, reader.getLocation().getColumnNumber());
        int start = Math.max(1, end - reader.getLocalName().length() - 2);
        return new Place(file, new Region(line, start, line, end));
    }

    String name() {
        return name;
    }

    Place place() {
        return place;
    }

    String text() {
        return text.toString().strip();
    }

    List<XmlElement> children() {
        return children;
    }

    /** The first element at a path of names. */
    Optional<XmlElement> at(String... names) {
        XmlElement found = this;
        for (String each : names) {
            XmlElement next = null;
            for (XmlElement child : found.children) {
                if (child.name.equals(each)) {
                    next = child;
                    break;
                }
            }
            if (next == null) {
                return Optional.empty();
            }
            found = next;
        }
        return Optional.of(found);
    }
}
