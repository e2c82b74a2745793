import java.io.File;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileReport;

/** Tells of each ontology file what the OWL API, which Protege is made of, finds in it: counts, and what keeps it out of OWL 2 DL. */
public class Profile {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            OWLOntology ontology = OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new File(file));
            OWLProfileReport report = new OWL2DLProfile().checkOntology(ontology);
            System.out.println(String.join("\t",
                ontology.getOntologyID().getVersionIRI().get().toString(),
                Integer.toString(ontology.getClassesInSignature().size()),
                Integer.toString(ontology.getObjectPropertiesInSignature().size()),
                Integer.toString(ontology.getDataPropertiesInSignature().size()),
                Integer.toString(ontology.getLogicalAxiomCount()),
                report.getViolations().toString().replaceAll("\\s+", " ")));
        }
    }
}
