@description('Name of the endpoint.')
param name string

@description('Resource that is reached.')
param targetId string

@description('Which service of it: blob, queue, table, account or sites.')
param service string

@description('Private DNS zone that holds its name.')
param zoneName string

@description('Network that the zone serves.')
param networkId string

@description('Subnet of the endpoint.')
param subnetId string

@description('Region of the network.')
param location string

@description('Tags.')
param tags object

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags
}

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: zone
  name: 'network'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: networkId }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      { name: name, properties: { privateLinkServiceId: targetId, groupIds: [service] } }
    ]
  }
}

resource record 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [{ name: service, properties: { privateDnsZoneId: zone.id } }]
  }
  dependsOn: [
    link
  ]
}
