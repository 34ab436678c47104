//! Changes of status, with everything that belongs to them: whoever changes one does it here, so that no
//! screen, job or payment forgets a part.

pub mod order;
