use std::{collections::HashMap, ops::Range};

use serde::{Deserialize, Serialize, Serializer};

/// A row that names its parent.
pub trait Node {
    /// Its id.
    fn id(&self) -> i64;
    /// The id of the row above it; a root has none.
    fn parent_id(&self) -> Option<i64>;
}

/// Rows that name their parents, put together once: what to keep of a site tree or a capability tree, so that
/// every part of it is answered from one load.
///
/// Siblings stay in the order in which they were given. A row whose parent is missing is left out with all below
/// it, and so are rows that are above themselves.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use tally_cache::{Cache, CacheOptions, Key, LoadFailed, Node, Policy, Reads, Scope, Tree};
///
/// static SITES: Policy = Policy::new("docs.sites", 1_800, &[Reads::Scoped("sites")]);
///
/// #[derive(Clone, Serialize, Deserialize)]
/// struct Site {
///     id: i64,
///     parent_id: Option<i64>,
///     name: String,
/// }
///
/// impl Node for Site {
///     fn id(&self) -> i64 {
///         self.id
///     }
///
///     fn parent_id(&self) -> Option<i64> {
///         self.parent_id
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), LoadFailed> {
/// # let cache = Cache::new(&CacheOptions { max_bytes: 1 << 20, ..CacheOptions::default() });
/// # let rows = [(1, None, "ACME"), (7, Some(1), "West"), (8, Some(1), "East"), (42, Some(7), "HQ")];
/// # let rows = rows.map(|(id, parent_id, name)| Site { id, parent_id, name: name.to_owned() }).to_vec();
/// let key = Key::new(&SITES, Scope::Website(3), 1);
/// let sites = cache.value(key, || async { Ok(Tree::from(rows)) }).await?;
///
/// let names = |sites: &[Site]| sites.iter().map(|site| site.name.clone()).collect::<Vec<_>>();
/// assert_eq!(names(sites.nodes()), ["ACME", "West", "HQ", "East"]);
/// assert_eq!(names(sites.subtree(7)), ["West", "HQ"]);
/// assert_eq!(sites.ancestors(42).map(|site| site.id).collect::<Vec<_>>(), [7, 1]);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Vec<N>", bound(deserialize = "N: Node + Deserialize<'de>"))]
pub struct Tree<N> {
    /// In pre-order, so that everything below a node follows it.
    nodes: Vec<N>,
    /// By id, where the node and everything below it stand.
    places: HashMap<i64, Range<usize>>,
}

impl<N: Node> Tree<N> {
    /// Every node, each followed by those below it.
    pub fn nodes(&self) -> &[N] {
        &self.nodes
    }

    /// The node `id`, followed by those below it; nothing when there is no such node.
    pub fn subtree(&self, id: i64) -> &[N] {
        self.places.get(&id).map_or(&[], |place| &self.nodes[place.clone()])
    }

    /// Those above the node `id`, its parent first.
    pub fn ancestors(&self, id: i64) -> impl Iterator<Item = &N> {
        let parent = |node: &N| self.subtree(node.parent_id()?).first();
        std::iter::successors(self.subtree(id).first().and_then(parent), move |node| parent(node))
    }
}

impl<N: Node> From<Vec<N>> for Tree<N> {
    fn from(rows: Vec<N>) -> Self {
        let mut nodes = Vec::with_capacity(rows.len());
        let mut places = HashMap::with_capacity(rows.len());
        let mut children: HashMap<Option<i64>, Vec<N>> = HashMap::new();
        // Backwards, since what is pushed last is taken first.
        for row in rows.into_iter().rev() {
            children.entry(row.parent_id()).or_default().push(row);
        }
        let mut open: Vec<(Option<i64>, usize, Vec<N>)> =
            vec![(None, 0, children.remove(&None).unwrap_or_default())];
        while let Some((id, start, siblings)) = open.last_mut() {
            if let Some(node) = siblings.pop() {
                let id = node.id();
                open.push((Some(id), nodes.len(), children.remove(&Some(id)).unwrap_or_default()));
                nodes.push(node);
            } else {
                if let Some(id) = id {
                    places.insert(*id, *start..nodes.len());
                }
                open.pop();
            }
        }
        Self { nodes, places }
    }
}

impl<N: Serialize> Serialize for Tree<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.nodes.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Row(i64, Option<i64>);

    impl Node for Row {
        fn id(&self) -> i64 {
            self.0
        }

        fn parent_id(&self) -> Option<i64> {
            self.1
        }
    }

    fn ids(nodes: &[Row]) -> Vec<i64> {
        nodes.iter().map(Node::id).collect()
    }

    #[test]
    fn rows_in_any_order_stand_under_their_parents() {
        let rows = [(42, Some(7)), (8, Some(1)), (1, None), (7, Some(1)), (43, Some(7)), (2, None)];
        let tree = Tree::from(rows.map(|(id, parent)| Row(id, parent)).to_vec());
        assert_eq!(ids(tree.nodes()), [1, 8, 7, 42, 43, 2]);
        assert_eq!((ids(tree.subtree(1)), ids(tree.subtree(7))), (vec![1, 8, 7, 42, 43], vec![7, 42, 43]));
        assert_eq!((ids(tree.subtree(2)), ids(tree.subtree(9))), (vec![2], vec![]));
        assert_eq!(tree.ancestors(43).map(Node::id).collect::<Vec<_>>(), [7, 1]);
        assert_eq!((tree.ancestors(1).count(), tree.ancestors(9).count()), (0, 0));

        let kept: Tree<Row> = serde_json::from_str(&serde_json::to_string(&tree).unwrap()).unwrap();
        assert_eq!((kept.nodes(), kept.subtree(7)), (tree.nodes(), tree.subtree(7)));
    }

    #[test]
    fn what_hangs_under_nothing_or_itself_is_left_out() {
        let rows =
            [(1, None), (2, Some(9)), (3, Some(2)), (4, Some(5)), (5, Some(4)), (6, Some(6)), (7, Some(1))];
        let tree = Tree::from(rows.map(|(id, parent)| Row(id, parent)).to_vec());
        assert_eq!(ids(tree.nodes()), [1, 7]);
        assert!([2, 3, 4, 5, 6].iter().all(|id| tree.subtree(*id).is_empty()));
    }

    #[test]
    fn a_long_chain_needs_no_stack() {
        let rows = (0..100_000).map(|id| Row(id, id.checked_sub(1).filter(|parent| *parent >= 0)));
        let tree = Tree::from(rows.collect::<Vec<_>>());
        assert_eq!((tree.subtree(99_990).len(), tree.ancestors(99_999).count()), (10, 99_999));
    }
}
