import "./mantine.css";
import "./tokens.css";
import "./base.css";
import "./components.css";
