"""What must outlive a restart, behind one class: `store.Store`."""
